package org.vestibule.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.http.Origin;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.kafka.EventPublisher;
import org.vestibule.testkit.Waiting;
import org.vestibule.webhook.Api;
import org.vestibule.webhook.HostedLogin;
import org.vestibule.webhook.Listener;
import org.vestibule.webhook.Listener.Received;
import org.vestibule.webhook.Listener.Reply;
import org.vestibule.webhook.Stored;
import org.vestibule.webhook.WebhookServiceUnderTest;

/** From an event on the topic to a receiver. */
@QuarkusTest
@QuarkusTestResource(WebhookServiceUnderTest.class)
class NotificationTest {
  private static final String STATES =
      """
      SELECT d.state || ' ' || d.attempts FROM delivery d
       WHERE d.customer_id = ? ORDER BY d.position
      """;

  @Inject EventFactory events;
  @Inject EventPublisher publisher;

  private final Api api = Api.ofNewCustomer();
  private final Listener listener = Listener.answering(200);
  private final RecordRef record =
      new RecordRef(api.customer(), "app1", "id.example.com", "user", UUID.randomUUID());
  private final CallContext call = new CallContext("k7m2p9x4c6v8b3n5", "client1", Origin.none());

  @AfterEach
  void close() {
    listener.close();
  }

  @Test
  void event_arrivesSignedByTheKeyOfTheCustomer() throws Exception {
    api.subscribe(listener.url("/ciam"));
    Event event = events.ofRecord("user-updated", record, List.of("email"), call);
    publish(event);
    Received received = listener.await(1).get(0);
    assertThat(verifies(received.body(), HostedLogin.publicKey())).isTrue();
    JsonNode claims = TokenClaims.of(received.body()).json();
    assertThat(claims.path("iss").asText())
        .isEqualTo("https://id.example.com/" + api.customer() + "/webhooks");
    assertThat(claims.at("/aud/0").asText()).isEqualTo(listener.url("/ciam"));
    assertThat(claims.path("txn").asText()).isEqualTo("k7m2p9x4c6v8b3n5");
    assertThat(claims.path("toe").asLong()).isEqualTo(event.time().getEpochSecond());
    JsonNode said = claims.at("/events/entityUpdated");
    assertThat(said.path("id").asText()).isEqualTo(event.id().toString());
    assertThat(said.path("sub").asText()).isEqualTo(record.uuid().toString());
    assertThat(said.path("globalSub").asText()).isEqualTo(record.globalSub());
    assertThat(said.path("captureClientId").asText()).isEqualTo("client1");
    assertThat(said.path("attributes")).isEqualTo(Json.parse("[\"email\"]"));
    assertThat(Stored.awaitRows(1, STATES, api.customer())).hasSize(1);
  }

  @Test
  void failingReceiver_getsTheSameNotificationAgain() {
    listener.answer(it -> Reply.of(500));
    api.subscribe(listener.url("/ciam"));
    publish(created());
    listener.await(1);
    listener.answer(it -> Reply.of(200));
    awaitStates("success 2");
    assertThat(listener.received()).hasSize(2);
    assertThat(listener.received().get(1)).isEqualTo(listener.received().get(0));
  }

  @Test
  void disabledSubscription_getsNothingButARecord() {
    String id = api.subscribe(listener.url("/ciam"));
    api.patch(id, "{\"enabled\":false}").then().statusCode(200);
    publish(created());
    awaitStates("failure 0");
    api.patch(id, "{\"enabled\":true}").then().statusCode(200);
    publish(created());
    awaitStates("failure 0", "success 1");
    assertThat(listener.received()).hasSize(1);
  }

  @Test
  void typesAndFilters_decideFromTheNextEventOn() {
    String body =
        """
        {"title":"Some","endpoint":"%s","events":["entityCreated","entityUpdated"],
         "filter":{"properties":{"entityUpdated":{"properties":{"attributes":
          {"contains":{"const":"email"}}}}}}}
        """;
    String id = api.create(body.formatted(listener.url("/ciam"))).path("id");
    publish(events.ofRecord("user-deleted", record, List.of(), call));
    publish(events.ofRecord("user-updated", record, List.of("displayName"), call));
    publish(events.ofRecord("user-updated", record, List.of("displayName", "email"), call));
    awaitStates("success 1");
    api.patch(id, "{\"events\":[\"entityDeleted\"]}").then().statusCode(200);
    publish(created());
    publish(events.ofRecord("user-deleted", record, List.of(), call));
    awaitStates("success 1", "success 1");
    assertThat(types()).containsExactly("entityUpdated", "entityDeleted");
  }

  @Test
  void unwantedEvent_isNotStoredAndRaisesNothing() {
    api.subscribe(listener.url("/ciam"));
    publish(unwanted());
    publish(created());
    awaitStates("success 1");
    assertThat(Stored.column("SELECT type FROM event WHERE customer_id = ?", api.customer()))
        .hasSize(1);
  }

  @Test
  void otherCustomersEvents_goToOthers() {
    api.subscribe(listener.url("/ciam"));
    RecordRef foreign =
        new RecordRef(UUID.randomUUID(), "app1", "id.example.com", "user", UUID.randomUUID());
    publish(events.ofRecord("user-created", foreign, List.of(), call));
    publish(created());
    awaitStates("success 1");
    assertThat(listener.received()).hasSize(1);
  }

  @Test
  void deletedSubscription_isSentNothingMore() {
    listener.answer(it -> new Reply(500, java.util.Map.of("Retry-After", "1"), 0));
    String id = api.subscribe(listener.url("/ciam"));
    publish(created());
    listener.await(1);
    api.delete(id).then().statusCode(204);
    int sent = listener.received().size();
    publish(created());
    Waiting.pause(1_500);
    assertThat(listener.received().size()).isLessThanOrEqualTo(sent + 1);
  }

  @Test
  void afterARotation_theNewKeySigns() throws Exception {
    api.subscribe(listener.url("/ciam"));
    publish(created());
    listener.await(1);
    PublicKey before = HostedLogin.publicKey();
    PublicKey after = HostedLogin.rotate("kid2");
    publish(rotated());
    Waiting.until(() -> !isSignedBy(before));
    Received last = listener.received().get(listener.received().size() - 1);
    assertThat(verifies(last.body(), after)).isTrue();
    assertThat(new String(Base64.getUrlDecoder().decode(last.body().split("\\.")[0])))
        .contains("\"kid\":\"kid2\"");
  }

  /** Whether the notification of one more event is. */
  private boolean isSignedBy(PublicKey key) {
    int count = listener.received().size();
    publish(created());
    listener.await(count + 1);
    return verifies(listener.received().get(count).body(), key);
  }

  private Event rotated() {
    UUID customer = api.customer();
    return new Event(
        UUID.randomUUID(),
        "login-events",
        customer.toString(),
        "key-rotated",
        "kid2",
        java.time.Instant.now(),
        "{\"customerId\":\"" + customer + "\",\"kid\":\"kid2\"}");
  }

  private Event unwanted() {
    Event event = created();
    String data = event.data().replace("\"flags\":[]", "\"flags\":[\"no-webhook\"]");
    return new Event(
        event.id(), event.topic(), event.key(), event.type(), event.subject(), event.time(), data);
  }

  private Event created() {
    return events.ofRecord("user-created", record, List.of(), call);
  }

  private void publish(Event event) {
    publisher.sendAll(List.of(event)).await().atMost(Duration.ofSeconds(30));
  }

  private void awaitStates(String... states) {
    Waiting.until(() -> Stored.column(STATES, api.customer()).equals(List.of(states)));
    assertThat(Stored.column(STATES, api.customer())).containsExactly(states);
  }

  private List<String> types() {
    return listener.received().stream()
        .map(it -> TokenClaims.of(it.body()).json().path("events").fieldNames().next())
        .toList();
  }

  private static boolean verifies(String token, PublicKey key) {
    int end = token.lastIndexOf('.');
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key);
      signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    } catch (java.security.GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
