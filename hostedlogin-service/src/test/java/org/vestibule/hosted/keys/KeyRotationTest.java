package org.vestibule.hosted.keys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.hosted.HostedLoginUnderTest;
import org.vestibule.hosted.KafkaProbe;
import org.vestibule.hosted.Rows;
import org.vestibule.hosted.TestCustomer;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.loop.SafeContext;
import org.vestibule.platform.offload.Offload;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;
import org.vestibule.testkit.event.EventSchemas;

@QuarkusTest
@QuarkusTestResource(HostedLoginUnderTest.class)
class KeyRotationTest {
  private static final Duration QUARTER = Duration.ofDays(90);
  private static final String RS256 =
      "SELECT state || ' ' || kid FROM signing_key"
          + " WHERE customer_id = $1 AND algorithm = 'RS256' ORDER BY state";

  @Inject SigningKeyRepository repository;
  @Inject PublishedKeys published;
  @Inject SessionTransactions transactions;
  @Inject Offload offload;
  @Inject EventFactory events;
  @Inject Outbox outbox;
  @Inject Keyring keyring;
  @Inject IdSource ids;
  @Inject Vertx vertx;
  @Inject Rows rows;

  private TestCustomer customer;
  private Instant made;

  @BeforeEach
  void open() {
    customer = TestCustomer.create();
    made =
        Instant.parse(
            rows.texts(
                    "SELECT to_char(max(since) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                        + " FROM signing_key WHERE customer_id = $1",
                    customer.id())
                .get(0));
  }

  @Test
  void due_afterNinetyDaysAndNotBefore() {
    assertThat(rotateAt(made.plus(QUARTER).minusMillis(1))).isFalse();
    assertThat(due(made.plus(QUARTER).minusMillis(1))).isNotEqualTo(Optional.of(customer.id()));
    assertThat(rotateAt(made.plus(QUARTER))).isTrue();
  }

  @Test
  void rotation_movesEachKeyOneStepAndPublishesAFreshOne() {
    List<String> before = kids();

    assertThat(rotateAt(made.plus(QUARTER))).isTrue();

    List<String> after = kids();
    assertThat(after.get(0)).isEqualTo(before.get(1));
    assertThat(after.get(2)).isEqualTo(before.get(0));
    assertThat(before).doesNotContain(after.get(1));
    assertThat(publishedKids()).containsExactly(after.get(0), after.get(1), after.get(2));
    assertThat(rows.count("signing_key", customer.id())).isEqualTo(5);
  }

  @Test
  void rotation_leavesOtherCustomersAlone() {
    TestCustomer other = TestCustomer.shared();
    List<String> before = rows.texts(RS256, other.id());

    rotateAt(made.plus(QUARTER));

    assertThat(rows.texts(RS256, other.id())).isEqualTo(before);
  }

  @Test
  void nextRotation_waitsForTheFreshKeyAndTheRetiredOne() {
    Instant first = made.plus(QUARTER);
    Duration hasty = Duration.ZERO;
    assertThat(rotateAt(first)).isTrue();
    String retired = kids().get(2);

    assertThat(rotateAt(first.plus(Duration.ofHours(24)), hasty)).isFalse();
    assertThat(rotateAt(first.plus(Duration.ofDays(8)).minusMillis(1), hasty)).isFalse();
    assertThat(publishedKids()).contains(retired);
    assertThat(rotateAt(first.plus(Duration.ofDays(8)), hasty)).isTrue();
    assertThat(publishedKids()).doesNotContain(retired).hasSize(3);
  }

  @Test
  void freshKey_isPublishedADayBeforeItsUse() {
    rows.execute(
        "UPDATE signing_key SET since = since - interval '30 days' WHERE customer_id = $1",
        customer.id());

    assertThat(rotateAt(made.plus(Duration.ofHours(24)).minusMillis(1), Duration.ZERO)).isFalse();
    assertThat(rotateAt(made.plus(Duration.ofHours(24)), Duration.ZERO)).isTrue();
  }

  @Test
  void sixteenAtOnce_thenOneDoesIt() {
    Instant now = made.plus(QUARTER);
    KeyRotation rotation = rotation(now);
    List<CompletableFuture<Boolean>> all =
        IntStream.range(0, 16)
            .mapToObj(i -> SafeContext.run(vertx, () -> attempt(rotation, limits(now, QUARTER))))
            .toList();

    assertThat(all.stream().map(CompletableFuture::join).filter(won -> won)).hasSize(1);
    assertThat(rows.texts(RS256, customer.id())).hasSize(3);
  }

  @Test
  void rotation_isPublished_withoutAnythingSecret() {
    rotateAt(made.plus(QUARTER));

    ConsumerRecord<String, byte[]> event =
        KafkaProbe.await("login-events", it -> it.key().equals(customer.id().toString()));

    EventSchemas.check(event);
    String body = new String(event.value(), StandardCharsets.UTF_8);
    assertThat(Json.parse(body).path("kid").asText()).isEqualTo(kids().get(0));
    assertThat(Json.parse(body).path("algorithm").asText()).isEqualTo("RS256");
    assertThat(body).doesNotContain("v1.", "private");
  }

  private List<String> kids() {
    return rows.texts(RS256, customer.id()).stream().map(it -> it.split(" ")[1]).toList();
  }

  private List<String> publishedKids() {
    return given().get(customer.path("/login/jwk")).jsonPath().getList("keys.kid");
  }

  private Optional<UUID> due(Instant now) {
    return await(tx -> repository.due(tx, limits(now, QUARTER)));
  }

  private boolean rotateAt(Instant now) {
    return rotateAt(now, QUARTER);
  }

  private boolean rotateAt(Instant now, Duration rotateAfter) {
    KeyRotation rotation = rotation(now);
    return SafeContext.await(
        vertx, () -> attempt(rotation, limits(now, rotateAfter)), Duration.ofSeconds(20));
  }

  private Uni<Boolean> attempt(KeyRotation rotation, RotationLimits limits) {
    return transactions.run(tx -> rotation.rotate(tx, customer.id(), limits));
  }

  private KeyRotation rotation(Instant now) {
    Clock pinned = Clock.fixed(now, ZoneOffset.UTC);
    SigningKeys keys = new SigningKeys(keyring, ids, pinned);
    return new KeyRotation(repository, keys, published, offload, events, outbox, pinned);
  }

  private <T> T await(Function<Tx, Uni<T>> work) {
    return SafeContext.await(vertx, () -> transactions.read(work), Duration.ofSeconds(20));
  }

  private static RotationLimits limits(Instant now, Duration rotateAfter) {
    return RotationLimits.at(now, rotateAfter);
  }
}
