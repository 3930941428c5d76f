package org.vestibule.webhook.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.webhook.Api;
import org.vestibule.webhook.Stored;
import org.vestibule.webhook.WebhookServiceUnderTest;

@QuarkusTest
@QuarkusTestResource(WebhookServiceUnderTest.class)
class UserEventConsumerTest {

  private static final String EVENTS =
      """
      SELECT concat_ws(' ', id, application_id, type, record_uuid, occurred_at AT TIME ZONE 'UTC',
                       data ->> 'correlationId')
        FROM event WHERE customer_id = ?
      """;

  private static final String REMEMBERED = "SELECT consumer FROM inbox WHERE event_id = ?";

  private static final String DEAD =
      "SELECT concat_ws(' ', key, headers ->> 'ce_type', convert_from(value, 'UTF8'), reason)"
          + " FROM dead_event WHERE key = ? ORDER BY kafka_offset";

  private final Broker broker = new Broker();
  private final UUID customer = UUID.randomUUID();
  private final UUID record = UUID.randomUUID();

  @BeforeEach
  void subscribe() {
    Api.of(customer).subscribeDisabled();
  }

  @AfterEach
  void close() {
    broker.close();
  }

  @Test
  void sameEventThreeTimes_isStoredOnce() throws Exception {
    UUID id = UUID.randomUUID();
    for (int i = 0; i < 3; i++) {
      broker.send(record.toString(), Broker.headers(id, "user-created", record), body());
    }
    UUID last = UUID.randomUUID();
    broker.send(record.toString(), Broker.headers(last, "user-updated", record), body());
    List<String> stored = Stored.awaitRows(2, EVENTS, customer);
    String rest = record + " 2026-03-09 14:05:06.123456 c1";
    assertThat(stored)
        .containsExactlyInAnyOrder(
            id + " app1 user-created " + rest, last + " app1 user-updated " + rest);
  }

  @Test
  void eventsThatComeTogether_areStoredInTheirOrder() throws Exception {
    List<UUID> ids = Stream.generate(UUID::randomUUID).limit(30).toList();
    for (UUID id : ids) {
      broker.send(record.toString(), Broker.headers(id, "user-updated", record), body());
    }
    String inOrder = "SELECT id::text FROM event WHERE customer_id = ? ORDER BY stored_at";
    assertThat(Stored.awaitRows(30, inOrder, customer))
        .containsExactlyElementsOf(ids.stream().map(UUID::toString).toList());
  }

  @Test
  void whatNobodyWants_leavesNoTrace() throws Exception {
    UUID unwanted = UUID.randomUUID();
    UUID stranger = UUID.randomUUID();
    Map<String, String> headers = Broker.headers(unwanted, "user-created", record);
    broker.send(record.toString(), headers, body().replace(customer.toString(), "" + stranger));
    UUID wanted = UUID.randomUUID();
    broker.send(record.toString(), Broker.headers(wanted, "user-updated", record), body());
    assertThat(Stored.awaitRows(1, EVENTS, customer)).hasSize(1);
    assertThat(Stored.column(EVENTS, stranger)).isEmpty();
    assertThat(Stored.column(REMEMBERED, wanted)).hasSize(1);
    assertThat(Stored.column(REMEMBERED, unwanted)).isEmpty();
  }

  @Test
  void unreadableMessages_areParkedAndTheNextEventArrives() throws Exception {
    String key = UUID.randomUUID().toString();
    Map<String, String> good = Broker.headers(UUID.randomUUID(), "user-created", record);
    Map<String, String> headless = Map.of("ce_type", "user-created");
    broker.send(key, headless, body());
    broker.send(key, good, "{\"customerId\":");
    broker.send(key, Broker.headers(UUID.randomUUID(), "user-created", record), "[1]");
    broker.send(
        key,
        Broker.headers(UUID.randomUUID(), "user-created", record),
        body().replace("c1", "\\u0000"));
    broker.send(key, Map.of(), null);
    broker.send(key, good, body());
    assertThat(Stored.awaitRows(1, EVENTS, customer)).hasSize(1);
    List<String> parked = Stored.awaitRows(5, DEAD, key);
    assertThat(parked).hasSize(5);
    assertThat(parked.get(0))
        .isEqualTo(key + " user-created " + body() + " header ce_id is missing");
    assertThat(parked.get(2)).endsWith("[1] the data is no object");
    assertThat(parked.get(3)).endsWith("the data holds a NUL character");
  }

  @Test
  void eventWithoutItsRecord_isParkedOnceHoweverOftenItComes() throws Exception {
    String key = UUID.randomUUID().toString();
    Map<String, String> headers = Broker.headers(UUID.randomUUID(), "user-deleted", record);
    for (int i = 0; i < 3; i++) {
      broker.send(
          key, headers, "{\"customerId\":\"%s\",\"applicationId\":\"a\"}".formatted(customer));
    }
    broker.send(key, Broker.headers(UUID.randomUUID(), "user-updated", record), body());
    assertThat(Stored.awaitRows(1, EVENTS, customer)).hasSize(1);
    List<String> parked = Stored.column(DEAD, key);
    assertThat(parked).hasSize(1);
    assertThat(parked.get(0))
        .contains("user-deleted")
        .endsWith("recordUuid is missing or too long");
  }

  @Test
  void finishedImport_isPassedOver() throws Exception {
    String key = UUID.randomUUID().toString();
    String ofMany =
        "{\"customerId\":\"%s\",\"applicationId\":\"app1\",\"stored\":5}".formatted(customer);
    broker.send(key, Broker.headers(UUID.randomUUID(), "import-finished", record), ofMany);
    broker.send(key, Broker.headers(UUID.randomUUID(), "user-updated", record), body());
    assertThat(Stored.awaitRows(1, EVENTS, customer)).hasSize(1);
    assertThat(Stored.column(DEAD, key)).isEmpty();
  }

  private String body() {
    return """
        {"customerId":"%s","applicationId":"app1","entityType":"user","recordUuid":"%s",\
        "correlationId":"c1","origin":{},"flags":[]}"""
        .formatted(customer, record);
  }
}
