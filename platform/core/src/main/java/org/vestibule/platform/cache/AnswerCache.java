package org.vestibule.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Remembers answers of another service or of the database: for its time to live while the feed of
 * changes is fresh, for two seconds otherwise, and longer than that only while the one who knows
 * does not answer.
 */
public final class AnswerCache<K, V> {
  private static final Duration WITHOUT_FEED = Duration.ofSeconds(2);
  private static final Duration KEPT_FOR_OUTAGES = Duration.ofHours(12);
  private final Cache<K, Entry<V>> entries;
  private final Duration hits;
  private final Duration misses;
  private final BooleanSupplier feedIsFresh;
  private final Function<K, Uni<Optional<V>>> load;
  private final AtomicLong generation = new AtomicLong();

  /**
   * Takes the number of entries kept, how long hits and misses are trusted, whether changes are
   * heard of in time, and whom to ask.
   */
  public AnswerCache(
      long size,
      Duration hits,
      Duration misses,
      BooleanSupplier feedIsFresh,
      Function<K, Uni<Optional<V>>> load) {
    this.entries =
        Caffeine.newBuilder().maximumSize(size).expireAfterWrite(KEPT_FOR_OUTAGES).build();
    this.hits = hits;
    this.misses = misses;
    this.feedIsFresh = feedIsFresh;
    this.load = load;
  }

  /** What is known of the key, asked for when it is not remembered; empty when there is nothing. */
  public Uni<Optional<V>> get(K key) {
    Entry<V> known = entries.getIfPresent(key);
    if (known != null && isUsable(known)) {
      return Uni.createFrom().item(known.value());
    }
    long before = generation.get();
    return load.apply(key)
        .invoke(value -> remember(key, value, before))
        .onFailure(failure -> known != null)
        .recoverWithItem(() -> known.value());
  }

  /** Drops what changed for good: it must not come back even when the other service is away. */
  public void drop(Predicate<K> keys) {
    generation.incrementAndGet();
    entries.asMap().keySet().removeIf(keys);
  }

  /** Drops for good what is known of things that changed. */
  public void dropValues(Predicate<V> values) {
    generation.incrementAndGet();
    entries.asMap().values().removeIf(entry -> entry.value().filter(values).isPresent());
  }

  /** Drops one entry for good. */
  public void drop(K key) {
    generation.incrementAndGet();
    entries.invalidate(key);
  }

  /** Asks again for everything, but keeps the values for an outage. */
  public void expireAll() {
    generation.incrementAndGet();
    entries.asMap().replaceAll((key, entry) -> new Entry<>(entry.value(), Long.MIN_VALUE));
  }

  private void remember(K key, Optional<V> value, long before) {
    // A change that came while we asked may not be in the answer.
    if (generation.get() == before) {
      entries.put(key, new Entry<>(value, System.nanoTime()));
    }
  }

  private boolean isUsable(Entry<V> entry) {
    if (entry.loadedAt() == Long.MIN_VALUE) {
      return false;
    }
    Duration life = entry.value().isPresent() ? hits : misses;
    Duration allowed =
        feedIsFresh.getAsBoolean() || life.compareTo(WITHOUT_FEED) < 0 ? life : WITHOUT_FEED;
    return System.nanoTime() - entry.loadedAt() < allowed.toNanos();
  }

  private record Entry<V>(Optional<V> value, long loadedAt) {}
}
