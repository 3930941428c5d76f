package org.vestibule.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.FactorPeople;
import org.vestibule.auth.stub.KafkaProbe;

/** Devices that are trusted after a code: hosted-login.md 12. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class DeviceResourceTest {
  private static final String CUSTOMER = "11111111-1111-4111-8111-111111111111";

  @Inject Pool pool;

  private final UUID person = FactorPeople.withEmail();
  private final FactorApi api = new FactorApi(person);

  @Test
  void device_whenTheCodeWasRight_thenTrustedForItsPersonAlone() throws InterruptedException {
    UUID challenge = met();

    assertThat(Instant.parse(api.trust(challenge, "laptop").path("until").asText()))
        .isBetween(Instant.now().plusSeconds(2_591_000), Instant.now().plusSeconds(2_592_001));

    assertThat(api.trusts("laptop")).isTrue();
    assertThat(api.trusts("telephone")).isFalse();
    assertThat(new FactorApi(FactorPeople.withEmail()).trusts("laptop")).isFalse();
    assertThat(new FactorApi(person).of("app-b").by("login-b").trusts("laptop")).isFalse();
  }

  @Test
  void device_whenTheCodeWasWrongUsedForAnotherOrLongAgo_thenNotTrusted()
      throws InterruptedException {
    UUID challenge = UUID.randomUUID();
    api.send(challenge, "email");
    api.verify(challenge, FactorApi.otherThan(api.mailed(1)));
    assertThat(api.trust(challenge, "a").path("trusted").asBoolean()).isFalse();

    api.verify(challenge, api.mailed(1));
    assertThat(
            new FactorApi(FactorPeople.withEmail())
                .trust(challenge, "a")
                .path("trusted")
                .asBoolean())
        .isFalse();
    assertThat(api.trust(challenge, "b").path("trusted").asBoolean()).isTrue();
    assertThat(api.trust(challenge, "c").path("trusted").asBoolean()).isFalse();
    assertThat(api.trusts("c")).isFalse();

    new FactorTime(pool).passes(Duration.ofSeconds(31));
    UUID late = met(2);
    new FactorTime(pool).passes(Duration.ofMinutes(16), person);
    assertThat(api.trust(late, "d").path("trusted").asBoolean()).isFalse();
  }

  @Test
  void device_whenTheSettingIsZero_thenNeitherTrustedNorAsked() throws InterruptedException {
    UUID challenge = met();
    FactorApi trustless = new FactorApi(person).by("trustless-a");

    assertThat(trustless.trust(challenge, "laptop").path("trusted").asBoolean()).isFalse();
    assertThat(api.trust(challenge, "laptop").path("trusted").asBoolean()).isTrue();
    assertThat(trustless.trusts("laptop")).isFalse();
    assertThat(api.trusts("laptop")).isTrue();
  }

  @Test
  void revoke_thenNoDeviceIsTrusted() throws InterruptedException {
    api.trust(met(), "laptop");

    assertThat(api.revoke()).isEqualTo(1);

    assertThat(api.trusts("laptop")).isFalse();
    assertThat(api.revoke()).isZero();
  }

  @Test
  void passwordChanged_thenNoDeviceIsTrustedAndNoCodeLives() throws InterruptedException {
    api.trust(met(), "laptop");
    new FactorTime(pool).passes(Duration.ofSeconds(31));
    UUID open = UUID.randomUUID();
    api.send(open, "email");
    String code = api.mailed(2);

    publish("[\"displayName\"]");
    publish("[\"password\"]");

    awaitDistrust();
    assertThat(api.verify(open, code).path("outcome").asText()).isEqualTo("ended");
  }

  @Test
  void accountDeactivated_thenNoDeviceIsTrusted() throws InterruptedException {
    api.trust(met(), "laptop");

    publish("[\"deactivateAccount\"]");

    awaitDistrust();
  }

  private UUID met() throws InterruptedException {
    return met(1);
  }

  /** A challenge that was met by the code of the so-many-eth mail. */
  private UUID met(int mail) throws InterruptedException {
    UUID challenge = UUID.randomUUID();
    api.send(challenge, "email");
    assertThat(api.verify(challenge, api.mailed(mail)).path("outcome").asText())
        .isEqualTo("verified");
    return challenge;
  }

  private void publish(String attributes) {
    String data =
        "{\"customerId\":\"%s\",\"applicationId\":\"app-a\",\"entityType\":\"user\",\"recordUuid\":\"%s\",\"correlationId\":\"x\",\"attributes\":%s}"
            .formatted(CUSTOMER, person, attributes);
    KafkaProbe.publish("user-events", "user-updated", person.toString(), data);
  }

  private void awaitDistrust() throws InterruptedException {
    Instant end = Instant.now().plusSeconds(20);
    while (api.trusts("laptop")) {
      assertThat(Instant.now()).as("waiting for the end of trust").isBefore(end);
      Thread.sleep(100);
    }
  }
}
