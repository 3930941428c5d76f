package org.vestibule.auth.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.vestibule.auth.stub.AccessApi.access;
import static org.vestibule.auth.stub.AccessApi.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vestibule.auth.stub.AccessApi;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.KafkaProbe;
import org.vestibule.auth.stub.NativeApi;
import org.vestibule.auth.stub.SocialTokens;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.event.EventSchemas;

/** Every outcome of authentication.md 14 is told once it is provoked, and tells no secret. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class OutcomeEventsTest {
  private static final String RECORD = "3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10";
  private static final String ADDRESS = "outcome@example.com";
  private static final String SECRET = "0123456789abcdef0123456789abcdef01234567";

  /** Internal calls cause these; {@code CodeResourceTest} provokes them. */
  private static final Set<String> OF_FACTORS =
      Set.of("factor-sent", "factor-verified", "factor-failed");

  static Stream<Arguments> outcomes() {
    return Stream.of(
        outcome("login-succeeded", "auth_native_traditional", OutcomeEventsTest::signIn),
        outcome("login-succeeded", "auth_native", OutcomeEventsTest::social),
        outcome("login-failed", "auth_native_traditional", OutcomeEventsTest::wrongPassword),
        outcome("login-failed", "auth_native_traditional", OutcomeEventsTest::lockOut),
        outcome("login-failed", "forgot_password", OutcomeEventsTest::lockOutOfForgotten),
        outcome("login-failed", "verify_email_native", OutcomeEventsTest::lockOutOfResending),
        outcome("login-failed", "update_profile_native", OutcomeEventsTest::lockOutOfChanging),
        outcome(
            "registration-succeeded", "register_native_traditional", OutcomeEventsTest::register),
        outcome("email-verification-requested", "register_native", OutcomeEventsTest::register),
        outcome("email-verification-requested", "verify_email_native", OutcomeEventsTest::resend),
        outcome("email-verified", "useVerificationCode", OutcomeEventsTest::verify),
        outcome("password-recovery-requested", "forgot_password", OutcomeEventsTest::forgot),
        outcome("password-changed", "update_profile_native", OutcomeEventsTest::newPassword),
        outcome("token-issued", "getAccessToken", () -> access("getAccessToken").send()),
        outcome("token-issued", "/oauth/token", () -> exchange(AccessApi.code()).send()),
        outcome("token-issued", "/oauth/token", OutcomeEventsTest::refresh),
        outcome("token-issued", "refresh_access_token", OutcomeEventsTest::renew),
        outcome("token-revoked", "update_profile_native", OutcomeEventsTest::newPassword));
  }

  private static Arguments outcome(String type, String endpoint, Supplier<Response> call) {
    return arguments(type, endpoint, call);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void outcome_isTold(String type, String endpoint, Supplier<Response> provocation) {
    Response reply = provocation.get();
    String request = reply.header("X-Request-Id");

    ConsumerRecord<String, byte[]> event =
        KafkaProbe.await(
            "auth-events",
            message ->
                KafkaProbe.header(message, "ce_type").equals(type)
                    && text(message).contains(request));

    EventSchemas.check(event);
    JsonNode data = KafkaProbe.data(event);
    assertThat(event.key()).isEqualTo(RECORD);
    assertThat(data.path("correlationId").asText()).isEqualTo(request);
    assertThat(data.path("clientId").asText()).isNotEmpty();
    assertThat(data.path("origin").path("endpoint").asText()).contains(endpoint);
    assertThat(data.path("origin").path("ipAddress").asText()).isNotEmpty();
    assertThat(data.has("reason")).isEqualTo(type.equals("login-failed"));
    assertThat(text(event)).doesNotContain(secrets(reply));
  }

  /** What was sent, and every token of the reply. */
  private static String[] secrets(Response reply) {
    List<String> secrets = new ArrayList<>(List.of("Test.123", "New.1234", ADDRESS, SECRET));
    JsonNode body = Json.parse(reply.asString());
    for (String member :
        List.of("access_token", "accessToken", "refresh_token", "authorization_code")) {
      if (body.has(member)) {
        secrets.add(body.path(member).asText());
      }
    }
    return secrets.toArray(String[]::new);
  }

  @Test
  void lockOut_ofAStranger_namesNobody() {
    for (Response reply :
        List.of(
            flood(NativeApi.signIn("stranger-flood@example.com")),
            flood(NativeApi.forgot("stranger-flood-2@example.com")))) {
      ConsumerRecord<String, byte[]> event =
          KafkaProbe.await(
              "auth-events", message -> text(message).contains(reply.header("X-Request-Id")));

      assertThat(Json.parse(reply.asString()).path("code").asInt()).isEqualTo(510);
      assertThat(event.key()).isEqualTo("app-a");
      assertThat(KafkaProbe.data(event).path("reason").asText()).isEqualTo("attemptsExceeded");
      assertThat(KafkaProbe.data(event).has("recordUuid")).isFalse();
    }
  }

  @Test
  void mail_whenItIsOut_isTold() {
    forgot();

    ConsumerRecord<String, byte[]> event =
        KafkaProbe.await(
            "auth-events",
            message ->
                KafkaProbe.header(message, "ce_type").equals("email-sent")
                    && text(message).contains("passwordRecover"));

    EventSchemas.check(event);
    assertThat(event.key()).isEqualTo("app-a");
    assertThat(text(event)).doesNotContain("@").doesNotContain("site.example.com");
  }

  @Test
  void everyTypeOfTheTopic_isProvokedHere() {
    Set<String> provoked =
        outcomes().map(it -> (String) it.get()[0]).collect(Collectors.toCollection(TreeSet::new));
    provoked.add("email-sent");
    provoked.addAll(OF_FACTORS);

    assertThat(provoked).isEqualTo(EventSchemas.typesOf("auth-events"));
  }

  private static Response signIn() {
    return NativeApi.signIn(ADDRESS).send();
  }

  private static Response social() {
    return NativeApi.social(SocialTokens.token("known")).send();
  }

  private static Response wrongPassword() {
    return NativeApi.signIn(ADDRESS).with("currentPassword", "no").send();
  }

  private static Response lockOut() {
    return flood(NativeApi.signIn("known-flood@example.com"));
  }

  private static Response lockOutOfForgotten() {
    return flood(NativeApi.forgot("forgetful-flood@example.com"));
  }

  private static Response lockOutOfResending() {
    return flood(NativeApi.verify("resending-flood@example.com"));
  }

  private static Response lockOutOfChanging() {
    String token =
        access("getAccessToken")
            .with("for_client_id", "limited-a")
            .ok()
            .path("accessToken")
            .asText();
    return flood(
        NativeApi.update("changePasswordForm", token)
            .with("currentPassword", "no")
            .with("newPassword", "New.1234")
            .with("newPasswordConfirm", "New.1234"));
  }

  private static Response flood(NativeApi call) {
    Response last = null;
    for (int i = 0; i < 7; i++) {
      last = call.with("client_id", "limited-a").send();
    }
    return last;
  }

  private static Response register() {
    return NativeApi.register(ADDRESS).send();
  }

  private static Response resend() {
    return NativeApi.verify(ADDRESS).send();
  }

  private static Response forgot() {
    return NativeApi.forgot(ADDRESS).send();
  }

  private static Response verify() {
    String code =
        access("getVerificationCode")
            .with("attribute_name", "emailVerified")
            .ok()
            .path("verification_code")
            .asText();
    return access("useVerificationCode").as(null).with("verification_code", code).send();
  }

  private static Response newPassword() {
    NativeApi.signIn(ADDRESS).ok();
    return NativeApi.newPassword(NativeApi.signIn(ADDRESS).ok().path("access_token").asText())
        .send();
  }

  private static Response refresh() {
    String refreshToken = exchange(AccessApi.code()).ok().path("refresh_token").asText();
    return AccessApi.token("refresh_token").with("refresh_token", refreshToken).send();
  }

  private static Response renew() {
    String token =
        NativeApi.signIn(ADDRESS).with("refresh_secret", SECRET).ok().path("access_token").asText();
    String date =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
            .withZone(ZoneOffset.UTC)
            .format(Instant.now());
    return NativeApi.renew(token, SECRET, date).send();
  }

  private static String text(ConsumerRecord<String, byte[]> message) {
    return new String(message.value(), StandardCharsets.UTF_8);
  }
}
