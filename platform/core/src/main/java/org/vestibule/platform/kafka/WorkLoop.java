package org.vestibule.platform.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * A loop in a shared group: partitions in turn, their messages in order; the offset moves only past
 * messages whose effect is committed.
 */
final class WorkLoop extends ConsumerLoop {
  private static final Logger LOG = Logger.getLogger(WorkLoop.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long MAX_PAUSE = 5_000;
  private final ConsumerSettings settings;
  private final String topic;
  private final EventWork work;
  private long pause = 100;

  WorkLoop(ConsumerSettings settings, String topic, EventWork work) {
    super(settings.group());
    this.settings = settings;
    this.topic = topic;
    this.work = work;
  }

  @Override
  KafkaConsumer<String, byte[]> open() {
    KafkaConsumer<String, byte[]> consumer = settings.open();
    consumer.subscribe(List.of(topic));
    return consumer;
  }

  @Override
  void turn(KafkaConsumer<String, byte[]> consumer) {
    ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
    boolean allDone = true;
    for (TopicPartition partition : polled.partitions()) {
      allDone &= workOn(consumer, partition, polled.records(partition));
    }
    rest(allDone);
  }

  private boolean workOn(
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
      consumer.commitSync(Map.of(partition, new OffsetAndMetadata(next)));
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
