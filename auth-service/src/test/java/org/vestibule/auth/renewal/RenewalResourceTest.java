package org.vestibule.auth.renewal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.auth.stub.NativeApi.renew;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.NativeApi;
import org.vestibule.platform.crypto.Digests;

/** The next token of a mobile client, and what everybody else gets (authentication.md 5.2). */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class RenewalResourceTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef01234567";
  private static final String OTHER = "89abcdef0123456789abcdef0123456701234567";
  private static final String PATH = "/oauth/refresh_access_token";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final String WRONG =
      "{'stat':'error','code':402,'error':'invalid_client_credentials','error_description':'client_id"
          + " or client_secret is not valid'}";
  private static final String UNKNOWN =
      "{'stat':'error','code':413,'error':'no_access_grant','error_description':'no access grant"
          + " for this access_token'}";
  private static final String ENDED =
      "{'stat':'error','code':414,'error':'access_token_expired','error_description':'access_token"
          + " expired'}";

  @Inject Pool pool;

  @Test
  void token_ofASignInOrRegistration_isRenewedAgainAndAgain() {
    for (String first : List.of(signedIn(), registered())) {
      JsonNode body = renew(first, SECRET, now()).ok();
      String second = body.path("access_token").asText();

      assertThat(body.fieldNames()).toIterable().containsExactly("stat", "access_token");
      assertThat(second).matches("[a-z2-9]{32}").isNotEqualTo(first);
      renew(second, SECRET, now()).ok();
      renew(first, SECRET, now()).ok();
    }
  }

  @Test
  void token_thatWasRenewed_isATokenLikeAnyOther() {
    String second = renew(signedIn(), SECRET, now()).ok().path("access_token").asText();

    NativeApi.newPassword(second).ok();
  }

  @Test
  void token_longExpired_isRenewed() {
    String first = signedIn();
    age(first, "30 days");

    renew(first, SECRET, now()).ok();
    age(first, "60 days");
    renew(first, SECRET, now()).isRefused(ENDED);
  }

  @Test
  void jsonBody_isRead() {
    Response reply = renew(signedIn(), SECRET, now()).sendJson();

    assertThat(reply.jsonPath().getString("stat")).isEqualTo("ok");
  }

  @Test
  void otherSecret_client_orSignature_isWrongAlike() {
    String token = signedIn();

    renew(token, OTHER, now()).isRefused(WRONG);
    renew(token, SECRET, now()).with("signature", "AAAA").isRefused(WRONG);
    renew(token, SECRET, now()).with("client_id", "limited-a").isRefused(WRONG);
    renew(token, SECRET, now()).with("client_id", "nobody").isRefused(WRONG);
    renew(token, SECRET, now()).with("client_id", "x".repeat(5_000)).isRefused(WRONG);
    String without = NativeApi.signIn("jo@example.com").ok().path("access_token").asText();
    renew(without, SECRET, now()).isRefused(WRONG);
  }

  /** A signature is worth something for its own token and date alone. */
  @Test
  void signatureOfAnotherCall_isWrong() {
    String token = signedIn();
    String date = now();

    renew(token, SECRET, date).with("access_token", signedIn()).isRefused(WRONG);
    renew(token, SECRET, date).with("date", at(Instant.now().minusSeconds(30))).isRefused(WRONG);
  }

  @Test
  void tokenThatNobodyIssued_orOfAnotherApplication_isUnknown() {
    renew("q8w7e6r5t4y3u2p9", SECRET, now()).isRefused(UNKNOWN);
    renew("x".repeat(5_000), SECRET, now()).isRefused(UNKNOWN);
    renew(signedIn(), SECRET, now())
        .with("client_id", "login-b")
        .at("b.example.com")
        .isRefused(UNKNOWN);
  }

  @Test
  void date_outsideTheWindow_orUnreadable_isTold() {
    String token = signedIn();
    for (Instant near :
        List.of(Instant.now().minusSeconds(14 * 60), Instant.now().plusSeconds(14 * 60))) {
      renew(token, SECRET, at(near)).ok();
    }
    for (Instant far :
        List.of(Instant.now().minusSeconds(16 * 60), Instant.now().plusSeconds(16 * 60))) {
      renew(token, SECRET, at(far))
          .isRefused(
              "{'stat':'error','code':200,'error':'invalid_argument','error_description':'date was"
                  + " not valid for the following reason: it is too far from the time of the"
                  + " server','argument_name':'date'}");
    }
    for (String unreadable :
        List.of("now", "2026-02-30 00:00:00", "Sun, 22 Nov 2026 05:00:00 GMT")) {
      renew(token, SECRET, unreadable)
          .isRefused(
              "{'stat':'error','code':200,'error':'invalid_argument','error_description':'date was"
                  + " not valid for the following reason: it is not a date like 2024-03-09"
                  + " 14:05:06','argument_name':'date'}");
    }
  }

  @Test
  void missingParameters_areNamedInTheirOrder() {
    renew("t", SECRET, now())
        .without("access_token")
        .without("signature")
        .without("date")
        .without("client_id")
        .isRefused(
            "{'stat':'error','code':100,'error':'missing_argument','error_description':'missing"
                + " arguments: access_token, signature, date, client_id'}");
    renew("t", SECRET, now())
        .with("date", "")
        .isRefused(
            "{'stat':'error','code':100,'error':'missing_argument','error_description':'missing"
                + " arguments: date','argument_name':'date'}");
  }

  @Test
  void clientThatIsNoLoginClient_orFarAway_isRefused() {
    String token = signedIn();
    renew(token, SECRET, now())
        .with("client_id", "issuer-a")
        .isRefused(
            "{'stat':'error','code':403,'error':'permission_error','error_description':'This client"
                + " does not support log in and registration.'}");
    renew(token, SECRET, now())
        .with("client_id", "guarded-a")
        .isRefused(
            "{'stat':'error','code':403,'error':'client_permission_error','error_description':'the"
                + " provided client does not have authorization for this action'}");
  }

  /** What ends a grant ends its secret; who cannot sign is not told. */
  @Test
  void grantThatWasRevoked_isRenewedByNobody() {
    String first = registered();
    String second = renew(first, SECRET, now()).ok().path("access_token").asText();
    revoke(first);

    renew(first, SECRET, now()).isRefused(ENDED);
    renew(second, SECRET, now()).isRefused(ENDED);
    renew(second, OTHER, now()).isRefused(WRONG);
  }

  @Test
  void browsers_mayCall() {
    Response preflight = given().header("Origin", "https://shop.example.com").options(PATH);
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.header("Access-Control-Allow-Methods")).isEqualTo("POST, OPTIONS");
    assertThat(renew(signedIn(), SECRET, now()).send().header("Access-Control-Allow-Origin"))
        .isEqualTo("*");
    assertThat(given().get(PATH).statusCode()).isEqualTo(405);
  }

  private static String signedIn() {
    return NativeApi.signIn("mobile@example.com")
        .with("refresh_secret", SECRET)
        .ok()
        .path("access_token")
        .asText();
  }

  private static String registered() {
    return NativeApi.register("mobile-new@example.com")
        .with("refresh_secret", SECRET)
        .ok()
        .path("access_token")
        .asText();
  }

  private static String now() {
    return at(Instant.now());
  }

  private static String at(Instant instant) {
    return DATE.format(instant);
  }

  /** Lets time pass for a token. */
  private void age(String token, String interval) {
    execute(
        "UPDATE access_token SET issued_at = issued_at - interval '%1$s', expires_at = expires_at - interval '%1$s' WHERE token_hash = '\\x%2$s'"
            .formatted(interval, Digests.sha256Hex(token)));
  }

  private void revoke(String token) {
    execute(
        "UPDATE access_grant SET revoked_at = now() WHERE id = (SELECT grant_id FROM access_token WHERE token_hash = '\\x%s')"
            .formatted(Digests.sha256Hex(token)));
  }

  private void execute(String sql) {
    pool.query(sql).execute().await().atMost(Duration.ofSeconds(5));
  }
}
