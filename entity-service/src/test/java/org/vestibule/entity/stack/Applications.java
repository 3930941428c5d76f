package org.vestibule.entity.stack;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.KafkaForTests;
import org.vestibule.testkit.TestConfig;

/** Announces the applications as config-service does and waits until they can be used. */
public final class Applications {
  private static final int TRIES = 300;
  private static boolean announced;

  private Applications() {}

  public static synchronized void ensure() {
    if (!announced) {
      for (TestApplication application : TestApplication.values()) {
        announce(application);
        await(application);
      }
      announced = true;
    }
  }

  static void announce(TestApplication application) {
    publish("config-events", "application-created", application);
  }

  /** Says that a schema of the application has changed. */
  public static void changeSchema(TestApplication application) {
    publish("schema-events", "schema-changed", application);
  }

  /** Says that settings of the application have changed. */
  static void changeSettings(TestApplication application) {
    publish("config-events", "settings-changed", application);
  }

  private static void publish(String topic, String type, TestApplication application) {
    byte[] data =
        Json.bytes(
            Json.object()
                .put("applicationId", application.id())
                .put("customerId", application.customerId()));
    ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, application.id(), data);
    headers(type, application)
        .forEach(
            (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    Map<String, Object> settings = Map.of("bootstrap.servers", KafkaForTests.bootstrap());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(message);
    }
  }

  private static Map<String, String> headers(String type, TestApplication application) {
    return Map.of(
        "ce_specversion",
        "1.0",
        "ce_id",
        UUID.randomUUID().toString(),
        "ce_type",
        type,
        "ce_source",
        "/vestibule/test-service",
        "ce_subject",
        application.id(),
        "ce_time",
        Instant.now().truncatedTo(ChronoUnit.MICROS).toString(),
        "content-type",
        "application/json");
  }

  private static void await(TestApplication application) {
    for (int i = 0; i < TRIES; i++) {
      if (isReady(application)) {
        return;
      }
      pause();
    }
    throw new AssertionError("the application did not become ready");
  }

  private static boolean isReady(TestApplication application) {
    return given()
        .header("Authorization", "Bearer " + TestConfig.token("config", "entity"))
        .get("/internal/applications/" + application.id() + "/ready")
        .jsonPath()
        .getBoolean("ready");
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
