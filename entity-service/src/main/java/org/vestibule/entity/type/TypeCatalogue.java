package org.vestibule.entity.type;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.kafka.BroadcastFeed;
import org.vestibule.platform.kafka.ConsumerLoops;
import org.vestibule.platform.loop.Pause;
import org.vestibule.platform.sql.SqlTransactions;

/** The entity types of all applications, remembered until a schema changes. */
@Singleton
public class TypeCatalogue {
  private static final Duration WITH_FEED = Duration.ofMinutes(1);
  private static final Duration WITHOUT_FEED = Duration.ofSeconds(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final int LOOKS = 40;

  /** Readers of Kafka hear of an event within a quarter of a second of each other. */
  private static final Duration OTHERS = Duration.ofMillis(300);

  private static final int SIZE = 5_000;

  private final TypeRepository repository;
  private final SqlTransactions transactions;
  private final BroadcastFeed feed;
  private final AtomicLong changes = new AtomicLong();
  private final AtomicLong heard = new AtomicLong();
  private final Cache<Key, Loaded> types =
      Caffeine.newBuilder().maximumSize(SIZE).expireAfterWrite(WITH_FEED).build();

  /** Takes the stored catalogue and starts to listen to its changes. */
  public TypeCatalogue(
      TypeRepository repository, SqlTransactions transactions, ConsumerLoops loops) {
    this.repository = repository;
    this.transactions = transactions;
    this.feed = loops.broadcast(List.of("schema-events"), this::changed, types::invalidateAll);
  }

  /** A type of an application by name. */
  public Uni<Optional<EntityType>> find(String applicationId, String name) {
    Key key = new Key(applicationId, name);
    Loaded known = types.getIfPresent(key);
    return known != null && isUsable(known)
        ? Uni.createFrom().item(Optional.of(known.type()))
        : load(key);
  }

  /** A type of an application that must exist; else 222. */
  public Uni<EntityType> require(String applicationId, String name) {
    return find(applicationId, name)
        .map(found -> found.orElseThrow(() -> CaptureProblem.unknownEntityType(name).exception()));
  }

  private Uni<Optional<EntityType>> load(Key key) {
    long before = changes.get();
    long asked = System.nanoTime();
    return transactions
        .read(tx -> repository.find(tx, key.applicationId(), key.name()))
        .invoke(found -> found.ifPresent(it -> remember(key, new Loaded(it, asked), before)));
  }

  private void remember(Key key, Loaded loaded, long before) {
    // A change that came while we asked may not be in the answer.
    if (changes.get() == before) {
      types.put(key, loaded);
    }
  }

  private boolean isUsable(Loaded known) {
    Duration life = feed.isFresh() ? WITH_FEED : WITHOUT_FEED;
    return System.nanoTime() - known.askedAt() < life.toNanos();
  }

  private void changed(ReceivedEvent event) {
    heard.incrementAndGet();
    changes.incrementAndGet();
    String applicationId = event.data().path("applicationId").asText();
    types.asMap().keySet().removeIf(key -> key.applicationId().equals(applicationId));
  }

  /** How many changes were heard of so far. */
  long heard() {
    return heard.get();
  }

  /**
   * Ends when a change was heard of here and had the time to reach the other replicas, so that the
   * next call of a script may go to any of them.
   *
   * @param before {@link #heard()} before the change
   */
  Uni<Void> spread(long before) {
    return hearing(before, LOOKS).chain(() -> Pause.of(OTHERS));
  }

  private Uni<Void> hearing(long before, int looks) {
    return looks == 0 || heard.get() > before
        ? Uni.createFrom().voidItem()
        : Pause.of(BETWEEN_LOOKS).chain(() -> hearing(before, looks - 1));
  }

  /** Forgets what was known of a type that was just changed here. */
  void changed(EntityType type) {
    changes.incrementAndGet();
    types.invalidate(new Key(type.applicationId(), type.name()));
  }

  private record Key(String applicationId, String name) {}

  private record Loaded(EntityType type, long askedAt) {}
}
