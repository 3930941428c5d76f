package org.vestibule.platform.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.vestibule.platform.event.ReceivedEvent;

/**
 * A loop that reads all partitions from their ends without a group. {@link #isFresh()} is false
 * when the reader was not seen at the end of every partition for two seconds: caches must then not
 * trust their entries longer than that.
 */
public final class BroadcastLoop extends ConsumerLoop {
  private static final Logger LOG = Logger.getLogger(BroadcastLoop.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long CHECK_NANOS = Duration.ofMillis(500).toNanos();
  private static final long STALE_NANOS = Duration.ofSeconds(2).toNanos();
  private static final Duration CHECK_LIMIT = Duration.ofMillis(1_500);
  private final ConsumerSettings settings;
  private final List<String> topics;
  private final Predicate<String> types;
  private final Consumer<ReceivedEvent> onEvent;
  private final Runnable onReconnect;
  private volatile long caughtUpAt = System.nanoTime() - STALE_NANOS;
  private long checkedAt;
  private boolean wasStale = true;

  BroadcastLoop(
      ConsumerSettings settings,
      List<String> topics,
      Predicate<String> types,
      Consumer<ReceivedEvent> onEvent,
      Runnable onReconnect) {
    super("broadcast-" + String.join("+", topics));
    this.settings = settings;
    this.topics = topics;
    this.types = types;
    this.onEvent = onEvent;
    this.onReconnect = onReconnect;
  }

  /** Whether the reader was at the end of the topics within the last two seconds. */
  public boolean isFresh() {
    return System.nanoTime() - caughtUpAt < STALE_NANOS;
  }

  @Override
  KafkaConsumer<String, byte[]> open() {
    KafkaConsumer<String, byte[]> consumer = settings.open();
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : topics) {
      consumer
          .partitionsFor(topic)
          .forEach(it -> partitions.add(new TopicPartition(it.topic(), it.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    onReconnect.run();
    return consumer;
  }

  @Override
  void lost() {
    wasStale = true;
  }

  @Override
  void turn(KafkaConsumer<String, byte[]> consumer) {
    for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
      deliver(message);
    }
    if (System.nanoTime() - checkedAt > CHECK_NANOS) {
      check(consumer);
    }
  }

  private void deliver(ConsumerRecord<String, byte[]> message) {
    try {
      // Most events on busy topics are of other types: their bodies are never parsed.
      if (types.test(CloudEventCodec.type(message))) {
        onEvent.accept(CloudEventCodec.decode(message));
      }
    } catch (NotAnEventException unreadable) {
      LOG.warnf("%s-%d@%d: %s", message.topic(), message.partition(), message.offset(), unreadable);
    }
  }

  private void check(KafkaConsumer<String, byte[]> consumer) {
    // poll() returns nothing both when there is nothing and when the brokers are gone; asking for
    // the end offsets tells the two apart.
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), CHECK_LIMIT);
    checkedAt = System.nanoTime();
    if (ends.entrySet().stream().allMatch(it -> consumer.position(it.getKey()) >= it.getValue())) {
      becomeFresh();
    }
  }

  private void becomeFresh() {
    if (wasStale || !isFresh()) {
      onReconnect.run();
    }
    wasStale = false;
    caughtUpAt = System.nanoTime();
  }
}
