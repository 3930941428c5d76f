package org.vestibule.auth.grant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.KafkaProbe;
import org.vestibule.auth.token.CodeTerms;
import org.vestibule.auth.token.GrantOrder;
import org.vestibule.auth.token.Lifetimes;
import org.vestibule.auth.token.ResponseType;
import org.vestibule.auth.token.TokenService;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.testkit.TestConfig;
import org.vestibule.testkit.event.EventSchemas;

/** What events about users do to their tokens. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class GrantEndTest {
  private static final UUID CUSTOMER = UUID.fromString("11111111-1111-4111-8111-111111111111");

  @Inject TokenService tokens;
  @Inject SqlTransactions transactions;
  @Inject Pool pool;

  @Test
  void recordDeleted_thenItsTokensAreUnknown() throws InterruptedException {
    UUID record = UUID.randomUUID();
    String token = issue(record);
    assertThat(state(token)).isEqualTo("active");

    publish("user-deleted", record, "");

    awaitState(token, "unknown");
  }

  @Test
  void accountDeactivated_thenItsTokensAreRevokedAndThatIsPublished() throws InterruptedException {
    UUID record = UUID.randomUUID();
    String token = issue(record);

    publish("user-updated", record, ",\"attributes\":[\"displayName\"]");
    publish("user-updated", record, ",\"attributes\":[\"deactivateAccount\",\"lastUpdated\"]");

    awaitState(token, "revoked");
    var event = KafkaProbe.await("auth-events", message -> message.key().equals(record.toString()));
    EventSchemas.check(event);
    assertThat(KafkaProbe.header(event, "ce_type")).isEqualTo("token-revoked");
    assertThat(KafkaProbe.data(event).path("globalSub").asText())
        .isEqualTo("capture-v1://a.example.com/app-a/user/" + record);
  }

  @Test
  void passwordChanged_thenOlderTokensAreRevokedAndLaterOnesLive() throws InterruptedException {
    UUID record = UUID.randomUUID();
    String older = issue(record);

    publish("user-updated", record, ",\"attributes\":[\"lastUpdated\",\"password\"]");

    awaitState(older, "revoked");
    String later = issue(record);
    publish("user-updated", record, ",\"attributes\":[\"displayName\"]");
    assertThat(state(later)).isEqualTo("active");
  }

  /** The client's wish to leave tokens alone is none of somebody who had the account before. */
  @Test
  void passwordChangedByAFirstProof_thenOlderTokensAreRevokedWhateverTheClientSays()
      throws InterruptedException {
    UUID record = UUID.randomUUID();
    String token = issue(record);
    String changed = ",\"clientId\":\"lasting-a\",\"attributes\":[\"password\"],\"flags\":[%s]";

    publish("user-updated", record, changed.formatted(""));
    UUID other = UUID.randomUUID();
    String marker = issue(other);
    // Of the same partition, so it is read after the change.
    KafkaProbe.publish("user-events", "user-deleted", record.toString(), data(other, ""));
    awaitState(marker, "unknown");
    assertThat(state(token)).isEqualTo("active");

    publish("user-updated", record, changed.formatted("\"first-proof\""));
    awaitState(token, "revoked");
  }

  @Test
  void unreadableMessage_thenPassedOver() throws InterruptedException {
    UUID record = UUID.randomUUID();
    String token = issue(record);

    KafkaProbe.publish("user-events", "user-deleted", record.toString(), "{broken");
    KafkaProbe.publish("user-events", "user-deleted", record.toString(), "{\"recordUuid\":\"x\"}");
    publish("user-deleted", record, "");

    awaitState(token, "unknown");
  }

  @Test
  void store_holdsHashesAndSealedSecretsOnly() {
    UUID record = UUID.randomUUID();
    String token = issue(record);

    var row =
        pool.preparedQuery(
                "SELECT to_jsonb(g)::text || to_jsonb(t)::text AS text, refresh_secret FROM access_grant g JOIN access_token t ON t.grant_id = g.id WHERE record_uuid = $1")
            .execute(Tuple.of(record))
            .await()
            .atMost(Duration.ofSeconds(5))
            .iterator()
            .next();
    assertThat(row.getString("refresh_secret")).startsWith("v1.");
    assertThat(row.getString("text"))
        .contains(Digests.sha256Hex(token))
        .doesNotContain(token, "0123456789abcdef");
  }

  private String issue(UUID record) {
    Grantee grantee = new Grantee("app-a", CUSTOMER, "login-a", "user", record);
    GrantOrder order =
        new GrantOrder(
            grantee,
            ResponseType.TOKEN,
            CodeTerms.of(""),
            java.util.Optional.of("0123456789abcdef0123456789abcdef01234567"),
            Lifetimes.of(name -> java.util.Optional.empty()),
            Instant.now());
    return transactions
        .run(tx -> tokens.issue(tx, order))
        .await()
        .atMost(Duration.ofSeconds(5))
        .accessToken()
        .orElseThrow();
  }

  private static void publish(String type, UUID record, String members) {
    KafkaProbe.publish("user-events", type, record.toString(), data(record, members));
  }

  private static String data(UUID record, String members) {
    return "{\"customerId\":\"%s\",\"applicationId\":\"app-a\",\"entityType\":\"user\",\"recordUuid\":\"%s\",\"correlationId\":\"x\"%s}"
        .formatted(CUSTOMER, record, members);
  }

  private static void awaitState(String token, String expected) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(20);
    while (!state(token).equals(expected)) {
      assertThat(Instant.now()).as("waiting for " + expected).isBefore(end);
      Thread.sleep(100);
    }
  }

  private static String state(String token) {
    return given()
        .header("Authorization", "Bearer " + TestConfig.token("entity", "auth"))
        .contentType("application/json")
        .body(Json.write(Json.object().put("sha256", Digests.sha256Hex(token))))
        .post("/internal/tokens/resolve")
        .jsonPath()
        .getString("state");
  }
}
