package org.vestibule.platform.kafka;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.vestibule.platform.event.ReceivedEvent;

/**
 * What one cache of a service wants to hear of. {@link #isFresh()} is false when the reader was not
 * seen at the end of every topic for two seconds: the cache must then not trust its entries longer
 * than that.
 */
public final class BroadcastFeed {
  private static final long STALE_NANOS = Duration.ofSeconds(2).toNanos();
  private final Set<String> topics;
  private final Predicate<String> types;
  private final Consumer<ReceivedEvent> onEvent;
  private final Runnable onReconnect;
  private volatile long caughtUpAt = System.nanoTime() - STALE_NANOS;
  private boolean wasStale = true;

  BroadcastFeed(
      Set<String> topics,
      Predicate<String> types,
      Consumer<ReceivedEvent> onEvent,
      Runnable onReconnect) {
    this.topics = topics;
    this.types = types;
    this.onEvent = onEvent;
    this.onReconnect = onReconnect;
  }

  /** Whether the reader was at the end of the topics within the last two seconds. */
  public boolean isFresh() {
    return System.nanoTime() - caughtUpAt < STALE_NANOS;
  }

  Set<String> topics() {
    return topics;
  }

  boolean wants(String topic, String type) {
    return topics.contains(topic) && types.test(type);
  }

  void take(ReceivedEvent event) {
    onEvent.accept(event);
  }

  /** Events may have been missed. */
  void reconnected() {
    onReconnect.run();
  }

  void lost() {
    wasStale = true;
  }

  /** The reader has passed what were the ends of all topics at a time of the system's clock. */
  void caughtUp(long nanos) {
    if (wasStale || !isFresh()) {
      onReconnect.run();
    }
    wasStale = false;
    caughtUpAt = nanos;
  }
}
