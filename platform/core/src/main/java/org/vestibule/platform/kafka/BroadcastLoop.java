package org.vestibule.platform.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.vestibule.platform.event.ReceivedEvent;

/**
 * The one loop of a service that reads all partitions from their ends without a group, for all of
 * its caches.
 */
final class BroadcastLoop extends ConsumerLoop {
  private static final Logger LOG = Logger.getLogger(BroadcastLoop.class);

  /** With a fetch to wait for before each question, feeds stay far from being stale. */
  private static final long CHECK_NANOS = Duration.ofMillis(500).toNanos();

  private static final Duration CHECK_LIMIT = Duration.ofMillis(1_500);
  private final ConsumerSettings settings;
  private final Queue<BroadcastFeed> joining = new ConcurrentLinkedQueue<>();
  private final List<BroadcastFeed> feeds = new ArrayList<>();
  private Map<TopicPartition, Long> ends = Map.of();
  private long askedAt;
  private boolean hasEveryoneCaughtUp;

  BroadcastLoop(ConsumerSettings settings) {
    super("broadcast");
    this.settings = settings;
  }

  /** Adds a feed; it hears of what comes from now on. */
  void join(BroadcastFeed feed) {
    joining.add(feed);
  }

  @Override
  KafkaConsumer<String, byte[]> open() {
    KafkaConsumer<String, byte[]> consumer = settings.open();
    ends = Map.of();
    askedAt = System.nanoTime() - CHECK_NANOS;
    joined();
    read(consumer, feeds);
    return consumer;
  }

  @Override
  void lost() {
    feeds.forEach(BroadcastFeed::lost);
  }

  @Override
  void turn(KafkaConsumer<String, byte[]> consumer) {
    if (!joining.isEmpty()) {
      read(consumer, joined());
    }
    ConsumerRecords<String, byte[]> polled = consumer.poll(untilCheck());
    polled.forEach(this::deliver);
    if (untilCheck().isZero()) {
      askForEnds(consumer);
    }
    if (!hasEveryoneCaughtUp) {
      tellWhoCaughtUp(consumer);
    }
    if (!polled.isEmpty()) {
      gather();
    }
  }

  private Duration untilCheck() {
    long passed = System.nanoTime() - askedAt;
    return passed < CHECK_NANOS ? Duration.ofNanos(CHECK_NANOS - passed) : Duration.ZERO;
  }

  private List<BroadcastFeed> joined() {
    List<BroadcastFeed> fresh = new ArrayList<>();
    for (BroadcastFeed feed = joining.poll(); feed != null; feed = joining.poll()) {
      fresh.add(feed);
    }
    feeds.addAll(fresh);
    return fresh;
  }

  /** Goes to the ends of the topics that are not read yet; the others stay where they are. */
  private void read(KafkaConsumer<String, byte[]> consumer, List<BroadcastFeed> fresh) {
    Set<TopicPartition> all = new HashSet<>(consumer.assignment());
    Set<TopicPartition> added =
        fresh.stream()
            .flatMap(feed -> feed.topics().stream())
            .distinct()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(it -> new TopicPartition(it.topic(), it.partition()))
            .filter(all::add)
            .collect(Collectors.toSet());
    if (!added.isEmpty()) {
      consumer.assign(all);
      consumer.seekToEnd(added);
      added.forEach(consumer::position);
    }
    fresh.forEach(BroadcastFeed::reconnected);
    hasEveryoneCaughtUp = false;
  }

  private void deliver(ConsumerRecord<String, byte[]> message) {
    try {
      // Most events on busy topics are wanted by nobody: their bodies are never parsed.
      String type = CloudEventCodec.type(message);
      List<BroadcastFeed> wanting =
          feeds.stream().filter(feed -> feed.wants(message.topic(), type)).toList();
      if (!wanting.isEmpty()) {
        ReceivedEvent event = CloudEventCodec.decode(message);
        wanting.forEach(feed -> feed.take(event));
      }
    } catch (NotAnEventException unreadable) {
      LOG.warnf("%s-%d@%d: %s", message.topic(), message.partition(), message.offset(), unreadable);
    }
  }

  /**
   * poll() returns nothing both when there is nothing and when the brokers are gone; asking for the
   * end offsets tells the two apart.
   */
  private void askForEnds(KafkaConsumer<String, byte[]> consumer) {
    long now = System.nanoTime();
    ends = consumer.endOffsets(consumer.assignment(), CHECK_LIMIT);
    askedAt = now;
    hasEveryoneCaughtUp = false;
  }

  /**
   * On a busy topic there is always something behind the end, but the ends of a moment ago pass.
   */
  private void tellWhoCaughtUp(KafkaConsumer<String, byte[]> consumer) {
    Map<String, Boolean> passed =
        ends.entrySet().stream()
            .collect(
                Collectors.toMap(
                    it -> it.getKey().topic(),
                    it -> consumer.position(it.getKey()) >= it.getValue(),
                    Boolean::logicalAnd));
    hasEveryoneCaughtUp = true;
    for (BroadcastFeed feed : feeds) {
      if (feed.topics().stream().allMatch(it -> passed.getOrDefault(it, false))) {
        feed.caughtUp(askedAt);
      } else {
        hasEveryoneCaughtUp = false;
      }
    }
  }
}
