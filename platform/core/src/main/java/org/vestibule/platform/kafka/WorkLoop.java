package org.vestibule.platform.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * A loop in a shared group: what came is worked on together where that works, else partition by
 * partition, else message by message, always in the order of a partition. The offset moves only
 * past messages whose effect is committed, and is told to the brokers once a second: what comes
 * again after a crash is known to the inbox.
 */
final class WorkLoop extends ConsumerLoop {
  private static final Logger LOG = Logger.getLogger(WorkLoop.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  private static final long MAX_PAUSE = 5_000;
  private static final long BETWEEN_COMMITS = Duration.ofSeconds(1).toNanos();
  private final ConsumerSettings settings;
  private final String topic;
  private final EventWork work;
  private final Map<TopicPartition, OffsetAndMetadata> passed = new HashMap<>();
  private long committedAt;
  private long pause = 100;

  WorkLoop(ConsumerSettings settings, String topic, EventWork work) {
    super(settings.group());
    this.settings = settings;
    this.topic = topic;
    this.work = work;
  }

  @Override
  KafkaConsumer<String, byte[]> open() {
    passed.clear();
    KafkaConsumer<String, byte[]> consumer = settings.open();
    consumer.subscribe(List.of(topic));
    return consumer;
  }

  @Override
  void turn(KafkaConsumer<String, byte[]> consumer) {
    ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
    boolean allDone = areAllDone(polled) || areDoneByPartition(consumer, polled);
    if (System.nanoTime() - committedAt > BETWEEN_COMMITS) {
      commit(consumer);
    }
    rest(allDone);
    if (!polled.isEmpty() && polled.count() < ConsumerSettings.MOST_AT_ONCE) {
      gather();
    }
  }

  private boolean areAllDone(ConsumerRecords<String, byte[]> polled) {
    List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>(polled.count());
    polled.forEach(messages::add);
    return polled.isEmpty() || polled.partitions().size() > 1 && areAllDone(messages);
  }

  private boolean areDoneByPartition(
      KafkaConsumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> polled) {
    boolean allDone = true;
    for (TopicPartition partition : polled.partitions()) {
      allDone &= workOn(consumer, partition, polled.records(partition));
    }
    return allDone;
  }

  @Override
  void commit(KafkaConsumer<String, byte[]> consumer) {
    if (!passed.isEmpty()) {
      consumer.commitSync(passed);
      passed.clear();
    }
    committedAt = System.nanoTime();
  }

  private boolean workOn(
      KafkaConsumer<String, byte[]> consumer,
      TopicPartition partition,
      List<ConsumerRecord<String, byte[]>> messages) {
    return messages.size() > 1 && areAllDone(messages)
        || areDoneInTurn(consumer, partition, messages);
  }

  /** One transaction for all; false when one of them does not let it pass, and none is done. */
  private boolean areAllDone(List<ConsumerRecord<String, byte[]>> messages) {
    try {
      work.allDone(messages);
      messages.forEach(it -> pass(new TopicPartition(it.topic(), it.partition()), it.offset() + 1));
      return true;
    } catch (RuntimeException failure) {
      LOG.debugf("%s: %d messages go apart: %s", settings.group(), messages.size(), failure);
      return false;
    }
  }

  private void pass(TopicPartition partition, long next) {
    passed.put(partition, new OffsetAndMetadata(next));
  }

  private boolean areDoneInTurn(
      KafkaConsumer<String, byte[]> consumer,
      TopicPartition partition,
      List<ConsumerRecord<String, byte[]>> messages) {
    long next = messages.get(0).offset();
    try {
      for (ConsumerRecord<String, byte[]> message : messages) {
        if (isStopping()) {
          break;
        }
        work.done(message);
        next = message.offset() + 1;
      }
      return true;
    } catch (RuntimeException failure) {
      LOG.warnf("%s: %s offset %d is tried again: %s", settings.group(), partition, next, failure);
      consumer.seek(partition, next);
      return false;
    } finally {
      pass(partition, next);
    }
  }

  private void rest(boolean allDone) {
    if (allDone) {
      pause = 100;
    } else {
      sleep(pause);
      pause = Math.min(pause * 2, MAX_PAUSE);
    }
  }
}
