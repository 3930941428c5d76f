package org.vestibule.platform.kafka;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vestibule.platform.config.PlatformConfig;
import org.vestibule.platform.config.ServiceName;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.offload.Offload;

/** The one Kafka producer of a service: acknowledged by all in-sync replicas, idempotent. */
@Singleton
public class EventPublisher {
  private static final int DELIVERY_TIMEOUT_MS = 30_000;

  /** Never waited for: what belongs together is sent together as soon as all of it is there. */
  private static final int LINGER_MS = 100;

  /** Long enough to leave the start alone. */
  private static final int OPEN_AFTER_MS = 2_000;

  private final Offload offload;
  private final String source;
  private final String bootstrap;
  private KafkaProducer<String, byte[]> producer;

  /** Takes the brokers, the pool for blocking calls and the name that signs events. */
  public EventPublisher(PlatformConfig config, Offload offload, ServiceName name) {
    this.offload = offload;
    this.bootstrap = config.kafka().bootstrap();
    this.source = "/vestibule/" + name.value() + "-service";
  }

  /**
   * Opens the producer soon after the start: the first event must not wait for a connection,
   * because other replicas promise to know of a change within a second.
   */
  void openEarly(@Observes StartupEvent started, Vertx vertx) {
    vertx.setTimer(OPEN_AFTER_MS, timer -> vertx.executeBlocking(this::producer, false));
  }

  /** Sends the events in order; succeeds when every one of them is acknowledged. */
  public Uni<Void> sendAll(List<Event> events) {
    return offload.io(() -> sendBlocking(events));
  }

  private Void sendBlocking(List<Event> events) throws InterruptedException {
    // send() may block for metadata (max.block.ms), hence the worker thread.
    KafkaProducer<String, byte[]> open = producer();
    List<? extends Future<?>> sent =
        events.stream().map(it -> open.send(CloudEventCodec.encode(it, source))).toList();
    open.flush();
    for (Future<?> one : sent) {
      await(one);
    }
    return null;
  }

  private static void await(Future<?> sent) throws InterruptedException {
    try {
      sent.get(DELIVERY_TIMEOUT_MS + 5_000L, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new PublishException(failure.getCause() == null ? failure : failure.getCause());
    }
  }

  private synchronized KafkaProducer<String, byte[]> producer() {
    if (producer == null) {
      producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
    }
    return producer;
  }

  private Map<String, Object> settings() {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        DELIVERY_TIMEOUT_MS,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        10_000,
        ProducerConfig.LINGER_MS_CONFIG,
        LINGER_MS,
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        5_000,
        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
        1_000,
        ProducerConfig.CLIENT_ID_CONFIG,
        source.substring(1).replace('/', '-'));
  }

  @PreDestroy
  synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(5));
    }
  }

  /** The brokers did not acknowledge an event in time. */
  static final class PublishException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PublishException(Throwable cause) {
      super(cause.toString(), cause, false, false);
    }
  }
}
