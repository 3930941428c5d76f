package org.vestibule.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.auth.factor.FactorApi.otherThan;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.FactorPeople;
import org.vestibule.auth.stub.KafkaProbe;
import org.vestibule.auth.stub.Mails;
import org.vestibule.auth.stub.TextMessages;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.event.EventSchemas;

/** One-time codes: hosted-login.md 12. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class CodeResourceTest {
  private static final Duration RESEND = Duration.ofSeconds(31);

  @Inject Pool pool;

  private final UUID challenge = UUID.randomUUID();

  @Test
  void channels_areTheVerifiedOnesAndMasked() {
    UUID both = FactorPeople.withBoth();
    String tail = FactorPeople.number(both).substring(11);

    assertThat(new FactorApi(both).channels())
        .isEqualTo(
            json(
                "{'channels':[{'channel':'email','destination':'f***@e***.com'},{'channel':'sms','destination':'***%s'}]}"
                    .formatted(tail)));
    assertThat(new FactorApi(FactorPeople.withEmail()).channels().path("channels")).hasSize(1);
    assertThat(new FactorApi(FactorPeople.withNothing()).channels().path("channels")).isEmpty();
    assertThat(new FactorApi(FactorPeople.deactivated()).channels().path("channels")).isEmpty();
    assertThat(new FactorApi(UUID.fromString("00000000-0000-4000-8000-000000000000")).channels())
        .isEqualTo(json("{'channels':[]}"));
  }

  @Test
  void mailedCode_provesOnce() throws InterruptedException {
    FactorApi api = new FactorApi(FactorPeople.withEmail());

    JsonNode sent = api.send(challenge, "email");

    assertThat(sent.path("outcome").asText()).isEqualTo("sent");
    assertThat(sent.path("destination").asText()).isEqualTo("f***@e***.com");
    assertThat(sent.path("retryAfterSeconds").asInt()).isEqualTo(30);
    assertThat(Instant.parse(sent.path("expiresAt").asText()))
        .isBetween(Instant.now().plusSeconds(580), Instant.now().plusSeconds(601));
    String code = api.mailed(1);
    assertThat(code).matches("[0-9]{6}");
    assertThat(sent.toString()).doesNotContain(code);
    assertThat(api.verify(challenge, code.substring(0, 3) + " " + code.substring(3)))
        .isEqualTo(json("{'outcome':'verified','channel':'email'}"));
    assertThat(api.verify(challenge, code)).isEqualTo(json("{'outcome':'ended'}"));
  }

  @Test
  void textedCode_provesAndSpeaksTheLocaleOfTheCall() throws InterruptedException {
    UUID person = FactorPeople.withBoth();
    FactorApi api = new FactorApi(person).in("nl-NL");

    api.send(challenge, "sms");

    String code = api.texted(1);
    assertThat(TextMessages.to("+" + FactorPeople.number(person)).get(0).path("body").asText())
        .contains(code + " is uw code.");
    assertThat(api.verify(challenge, code))
        .isEqualTo(json("{'outcome':'verified','channel':'sms'}"));
  }

  @Test
  void verify_whenSixteenAtOnce_thenOneWins() throws Exception {
    FactorApi api = new FactorApi(FactorPeople.withEmail());
    api.send(challenge, "email");
    String code = api.mailed(1);
    var pool = Executors.newFixedThreadPool(16);

    List<Callable<String>> callers =
        IntStream.range(0, 16)
            .<Callable<String>>mapToObj(
                i -> () -> api.verify(challenge, code).path("outcome").asText())
            .toList();
    int verified = 0;
    for (var outcome : pool.invokeAll(callers)) {
      verified += outcome.get().equals("verified") ? 1 : 0;
    }

    assertThat(verified).isEqualTo(1);
  }

  @Test
  void fiveWrongCodes_thenTheRightOneIsOfNoUse() throws InterruptedException {
    FactorApi api = new FactorApi(FactorPeople.withEmail());
    api.send(challenge, "email");
    String code = api.mailed(1);

    for (int left = 4; left >= 0; left--) {
      assertThat(api.verify(challenge, otherThan(code)))
          .isEqualTo(json("{'outcome':'wrong','triesLeft':%d}".formatted(left)));
    }

    assertThat(api.verify(challenge, code)).isEqualTo(json("{'outcome':'ended'}"));
  }

  @Test
  void guessing_whenOverSeveralCodesAndBrowsers_thenBoundedForThePerson()
      throws InterruptedException {
    FactorApi api = new FactorApi(FactorPeople.withEmail());
    for (int browser = 0; browser < 2; browser++) {
      UUID each = UUID.randomUUID();
      new FactorTime(pool).passes(RESEND);
      assertThat(api.send(each, "email").path("outcome").asText()).isEqualTo("sent");
      for (int i = 0; i < 5; i++) {
        assertThat(api.verify(each, "wrong!").path("outcome").asText()).isEqualTo("wrong");
      }
    }
    new FactorTime(pool).passes(RESEND);
    api.send(challenge, "email");
    String code = api.mailed(3);

    JsonNode refused = api.verify(challenge, code);

    assertThat(refused.path("outcome").asText()).isEqualTo("refused");
    assertThat(refused.path("retryAfterSeconds").asInt()).isBetween(3_300, 3_600);
    new FactorTime(pool).passes(Duration.ofHours(1));
    assertThat(api.verify(challenge, code).path("outcome").asText()).isEqualTo("verified");
  }

  @Test
  void guessing_sharesTheCounterOfSignIns() {
    UUID person = FactorPeople.withEmail();
    FactorApi api = new FactorApi(person).by("usual-a");
    ObjectCounter.count(person, 6);

    assertThat(api.verify(challenge, "123456").path("outcome").asText()).isEqualTo("refused");
  }

  @Test
  void sending_whenTooSoonOrTooOften_thenRefusedWithTheTimeToWait() {
    FactorApi api = new FactorApi(FactorPeople.withEmail());
    assertThat(api.send(challenge, "email").path("outcome").asText()).isEqualTo("sent");

    JsonNode tooSoon = api.send(UUID.randomUUID(), "email");

    assertThat(tooSoon.path("outcome").asText()).isEqualTo("refused");
    assertThat(tooSoon.path("retryAfterSeconds").asInt()).isBetween(20, 30);
    for (int i = 0; i < 4; i++) {
      new FactorTime(pool).passes(RESEND);
      assertThat(api.send(challenge, "email").path("outcome").asText()).isEqualTo("sent");
    }
    new FactorTime(pool).passes(RESEND);
    JsonNode tooOften = api.send(challenge, "email");
    assertThat(tooOften.path("outcome").asText()).isEqualTo("refused");
    assertThat(tooOften.path("retryAfterSeconds").asInt()).isBetween(3_300, 3_600);
  }

  @Test
  void resend_thenTheEarlierCodeOfTheChallengeEnds() throws InterruptedException {
    FactorApi api = new FactorApi(FactorPeople.withEmail());
    api.send(challenge, "email");
    String first = api.mailed(1);
    new FactorTime(pool).passes(RESEND);
    api.send(challenge, "email");
    String second = api.mailed(2);

    if (!first.equals(second)) {
      assertThat(api.verify(challenge, first).path("outcome").asText()).isEqualTo("wrong");
    }
    assertThat(api.verify(challenge, second).path("outcome").asText()).isEqualTo("verified");
  }

  @Test
  void code_whenOfAnotherChallengePersonOrTenMinutesOld_thenRefused() throws InterruptedException {
    UUID person = FactorPeople.withEmail();
    FactorApi api = new FactorApi(person);
    api.send(challenge, "email");
    String code = api.mailed(1);

    assertThat(api.verify(UUID.randomUUID(), code)).isEqualTo(json("{'outcome':'ended'}"));
    assertThat(new FactorApi(FactorPeople.withEmail()).verify(challenge, code))
        .isEqualTo(json("{'outcome':'ended'}"));
    new FactorTime(pool).passes(Duration.ofMinutes(10), person);
    assertThat(api.verify(challenge, code)).isEqualTo(json("{'outcome':'ended'}"));
  }

  @Test
  void sending_whenNotVerifiedDeactivatedOrWithoutASender_thenNothingIsSent() {
    UUID nobody = FactorPeople.withNothing();

    for (String channel : List.of("email", "sms")) {
      assertThat(new FactorApi(nobody).send(challenge, channel))
          .isEqualTo(json("{'outcome':'unavailable'}"));
      assertThat(new FactorApi(FactorPeople.deactivated()).send(challenge, channel))
          .isEqualTo(json("{'outcome':'unavailable'}"));
    }
    assertThat(new FactorApi(FactorPeople.withEmail()).by("limited-a").send(challenge, "email"))
        .isEqualTo(json("{'outcome':'unavailable'}"));
    assertThat(Mails.to(FactorPeople.email(nobody))).isEmpty();
    assertThat(TextMessages.to(FactorPeople.number(nobody))).isEmpty();
  }

  @Test
  void stored_isAKeyedHashThatNobodyFindsOutFromSixDigits() throws InterruptedException {
    UUID person = FactorPeople.withEmail();
    FactorApi api = new FactorApi(person);
    api.send(challenge, "email");
    String code = api.mailed(1);

    String row = new FactorTime(pool).row(person);

    assertThat(row)
        .contains("\"code_hash\"")
        .doesNotContain(
            "\"" + code + "\"", Digests.sha256Hex(code), Digests.sha256Hex(person + code));
  }

  @Test
  void calls_whenIncompleteForeignOrWithoutAServiceToken_thenRefused() {
    FactorApi api = new FactorApi(FactorPeople.withEmail());

    assertThat(FactorApi.post("codes", Json.object()).statusCode()).isEqualTo(400);
    assertThat(FactorApi.post("channels", Json.object()).statusCode()).isEqualTo(400);
    assertThat(FactorApi.post("codes", api.sending(challenge, "pigeon")).statusCode())
        .isEqualTo(400);
    assertThat(FactorApi.post("codes", api.by("login-b").sending(challenge, "email")).statusCode())
        .isEqualTo(404);
    assertThat(FactorApi.post("channels", api.by("nobody").person()).statusCode()).isEqualTo(404);
    io.restassured.RestAssured.given()
        .contentType("application/json")
        .body(Json.write(api.person()))
        .post("/internal/factors/channels")
        .then()
        .statusCode(404);
  }

  @Test
  void whatHappens_isPublishedWithoutTheCodeOrTheAddress() throws InterruptedException {
    UUID person = FactorPeople.withEmail();
    FactorApi api = new FactorApi(person);
    api.send(challenge, "email");
    String code = api.mailed(1);
    api.verify(challenge, otherThan(code));
    api.verify(challenge, code);

    for (String type : List.of("factor-sent", "factor-failed", "factor-verified")) {
      var event =
          KafkaProbe.await(
              "auth-events",
              it ->
                  person.toString().equals(it.key())
                      && KafkaProbe.header(it, "ce_type").equals(type));
      EventSchemas.check(event);
      assertThat(KafkaProbe.data(event).toString())
          .doesNotContain("\"" + code + "\"", FactorPeople.email(person));
    }
  }

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  /** Counts attempts against a record as another family does. */
  private static final class ObjectCounter {
    static void count(UUID record, int times) {
      for (int i = 0; i < times; i++) {
        io.restassured.RestAssured.given()
            .header(
                "Authorization",
                "Bearer " + org.vestibule.testkit.TestConfig.token("hostedlogin", "auth"))
            .contentType("application/json")
            .body(
                "{\"applicationId\":\"app-a\",\"recordUuid\":\"%s\",\"limit\":6,\"windowSeconds\":60}"
                    .formatted(record))
            .post("/internal/attempts")
            .then()
            .statusCode(200);
      }
    }
  }
}
