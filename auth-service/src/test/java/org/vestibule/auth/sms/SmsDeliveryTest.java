package org.vestibule.auth.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.outgoing.OutgoingMessage;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.TextMessages;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.SqlTransactions;

/** Text messages from a transaction to a gateway over HTTP. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class SmsDeliveryTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Inject SmsService texts;
  @Inject SqlTransactions transactions;
  @Inject Pool pool;

  @Test
  void text_whenTheTransactionCommits_thenReachesTheGatewayOnce() throws InterruptedException {
    send("+4915200000001", "Your \"code\" is 1");

    JsonNode call = TextMessages.await("+4915200000001", 1);

    assertThat(call.path("type").asText()).isEqualTo("application/json");
    byte[] pair = "account:gateway-secret".getBytes(StandardCharsets.UTF_8);
    assertThat(call.path("authorization").asText())
        .isEqualTo("Basic " + Base64.getEncoder().encodeToString(pair));
    assertThat(Json.parse(call.path("body").asText()))
        .isEqualTo(
            Json.object()
                .put("from", "Shop")
                .put("to", "+4915200000001")
                .put("text", "Your \"code\" is 1"));
    assertNoRowIsLeft();
    assertThat(TextMessages.to("+4915200000001")).hasSize(1);
  }

  @Test
  void text_whenTheGatewayIsAway_thenSentAgainUnderTheSameKey() throws InterruptedException {
    send("+4915503000001", "again");

    JsonNode second = TextMessages.await("+4915503000001", 2);

    assertThat(second.path("key")).isEqualTo(TextMessages.to("+4915503000001").get(0).path("key"));
    assertNoRowIsLeft();
    assertThat(TextMessages.to("+4915503000001")).hasSize(2);
  }

  @Test
  void text_whenTheNumberIsRefused_thenGivenUpAtOnce() throws InterruptedException {
    send("+4915400000001", "never");

    TextMessages.await("+4915400000001", 1);

    assertNoRowIsLeft();
    assertThat(TextMessages.to("+4915400000001")).hasSize(1);
  }

  @Test
  void text_whenTheTransactionFails_thenNeverSent() throws InterruptedException {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    transactions
                        .run(
                            tx ->
                                texts
                                    .send(tx, message("+4915200000002", "no"))
                                    .chain(
                                        () ->
                                            io.smallrye.mutiny.Uni.createFrom()
                                                .failure(new IllegalStateException("no"))))
                        .await()
                        .atMost(LIMIT)))
        .isInstanceOf(IllegalStateException.class);
    send("+4915200000003", "yes");
    TextMessages.await("+4915200000003", 1);

    assertThat(TextMessages.to("+4915200000002")).isEmpty();
  }

  private void send(String number, String text) {
    transactions.run(tx -> texts.send(tx, message(number, text))).await().atMost(LIMIT);
  }

  private static OutgoingMessage<SmsContent> message(String number, String text) {
    return new OutgoingMessage<>(
        UUID.randomUUID(),
        "app-a",
        "secondFactor",
        new SmsContent(number, text),
        Instant.now().plusSeconds(600));
  }

  private void assertNoRowIsLeft() throws InterruptedException {
    Instant end = Instant.now().plusSeconds(10);
    while (rows() > 0) {
      assertThat(Instant.now()).as("a row is left").isBefore(end);
      Thread.sleep(50);
    }
  }

  private long rows() {
    return pool.query("SELECT count(*) FROM outgoing_sms")
        .execute()
        .await()
        .atMost(LIMIT)
        .iterator()
        .next()
        .getLong(0);
  }
}
