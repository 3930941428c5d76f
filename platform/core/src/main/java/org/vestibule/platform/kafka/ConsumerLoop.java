package org.vestibule.platform.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * A thread that reads Kafka until the service ends: opens a consumer, reads, and after any failure
 * closes it and starts again with back-off.
 */
public abstract class ConsumerLoop {
  private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
  private static final Duration MAX_BACK_OFF = Duration.ofSeconds(5);

  /** Short, because caches promise to know of a change within a second. */
  private static final long GATHERING_MILLIS = 300;

  private final String name;
  private final Thread thread;
  private volatile boolean stopping;
  private volatile KafkaConsumer<String, byte[]> consumer;

  ConsumerLoop(String name) {
    this.name = name;
    this.thread = new Thread(this::run, "kafka-" + name);
    thread.setDaemon(true);
  }

  /** Opens the consumer and takes its partitions. */
  abstract KafkaConsumer<String, byte[]> open();

  /** Polls once and works on what came. */
  abstract void turn(KafkaConsumer<String, byte[]> consumer) throws Exception;

  /** Tells the brokers how far this loop has come; called at its end too. */
  void commit(KafkaConsumer<String, byte[]> consumer) {}

  /** Told when the consumer is lost, before it is opened again. */
  void lost() {}

  final void start() {
    thread.start();
  }

  final boolean isStopping() {
    return stopping;
  }

  final void signalStop() {
    stopping = true;
    KafkaConsumer<String, byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
  }

  final void awaitStop() {
    try {
      thread.join(Duration.ofSeconds(8).toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    long pause = 100;
    while (!stopping) {
      if (readUntilFailure()) {
        return;
      }
      sleep(pause);
      pause = Math.min(pause * 2, MAX_BACK_OFF.toMillis());
    }
  }

  private boolean readUntilFailure() {
    try (KafkaConsumer<String, byte[]> open = open()) {
      consumer = open;
      turnUntilStopped(open);
      commit(open);
      return true;
    } catch (WakeupException | InterruptException stopped) {
      return stopping;
    } catch (Exception failure) {
      LOG.warnf("consumer %s starts again after: %s", name, failure);
      lost();
      return false;
    } finally {
      consumer = null;
    }
  }

  private void turnUntilStopped(KafkaConsumer<String, byte[]> open) throws Exception {
    try {
      while (!stopping) {
        turn(open);
      }
    } catch (WakeupException woken) {
      if (!stopping) {
        throw woken;
      }
    }
  }

  /** After some came, those behind them are waited for, so that they come together. */
  final void gather() {
    sleep(GATHERING_MILLIS);
  }

  final void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      stopping = true;
    }
  }
}
