package org.vestibule.auth.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.KafkaProbe;
import org.vestibule.auth.stub.NativeApi;
import org.vestibule.auth.stub.SocialTokens;
import org.vestibule.testkit.event.EventSchemas;

/** What other services and data teams read about sign-ins. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class AuthEventsTest {
  private static final String RECORD = "3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10";

  @Test
  void signIn_whenSucceeded_thenPublishedByRecord() {
    Response reply = NativeApi.signIn("events@example.com").send();

    ConsumerRecord<String, byte[]> event = eventOf(reply);
    assertThat(KafkaProbe.header(event, "ce_type")).isEqualTo("login-succeeded");
    assertThat(KafkaProbe.header(event, "ce_subject")).isEqualTo(RECORD);
    JsonNode data = KafkaProbe.data(event);
    assertThat(data.path("applicationId").asText()).isEqualTo("app-a");
    assertThat(data.path("customerId").asText()).isEqualTo("11111111-1111-4111-8111-111111111111");
    assertThat(data.path("clientId").asText()).isEqualTo("login-a");
    assertThat(data.path("entityType").asText()).isEqualTo("user");
    assertThat(data.path("recordUuid").asText()).isEqualTo(RECORD);
    assertThat(data.path("globalSub").asText())
        .isEqualTo("capture-v1://a.example.com/app-a/user/" + RECORD);
    assertThat(data.path("origin").path("endpoint").asText())
        .isEqualTo("/oauth/auth_native_traditional");
    assertThat(text(event))
        .doesNotContain(
            "events@example.com", "Test.123", reply.jsonPath().getString("access_token"));
  }

  @Test
  void socialSignInAndRegistration_arePublishedByRecordWithTheirMethod() {
    Response signIn = NativeApi.social(SocialTokens.token("known")).send();
    ConsumerRecord<String, byte[]> known = eventOf(signIn);
    assertThat(KafkaProbe.header(known, "ce_type")).isEqualTo("login-succeeded");
    assertThat(KafkaProbe.header(known, "ce_subject")).isEqualTo(RECORD);
    assertThat(KafkaProbe.data(known).path("method").asText()).isEqualTo("social");
    assertThat(text(known))
        .doesNotContain("facebook", "jo@example.com", signIn.jsonPath().getString("access_token"));

    ConsumerRecord<String, byte[]> made =
        eventOf(NativeApi.registerSocial(SocialTokens.token("unknown"), "jo@example.com").send());
    assertThat(KafkaProbe.header(made, "ce_type")).isEqualTo("registration-succeeded");
    assertThat(KafkaProbe.data(made).path("method").asText()).isEqualTo("social");
    assertThat(KafkaProbe.data(made).path("recordUuid").asText()).isEqualTo(RECORD);

    ConsumerRecord<String, byte[]> registered =
        eventOf(NativeApi.register("events-new@example.com").send(), "registration-succeeded");
    assertThat(KafkaProbe.data(registered).path("method").asText()).isEqualTo("traditional");

    ConsumerRecord<String, byte[]> refused =
        eventOf(NativeApi.social(SocialTokens.token("deactivated")).send());
    assertThat(KafkaProbe.header(refused, "ce_type")).isEqualTo("login-failed");
    assertThat(KafkaProbe.data(refused).path("reason").asText()).isEqualTo("accountDeactivated");
  }

  @Test
  void signIn_whenFailed_thenPublishedWithTheReason() {
    ConsumerRecord<String, byte[]> known =
        eventOf(NativeApi.signIn("events@example.com").with("currentPassword", "Secret-9").send());
    assertThat(KafkaProbe.header(known, "ce_type")).isEqualTo("login-failed");
    assertThat(KafkaProbe.data(known).path("reason").asText()).isEqualTo("invalidCredentials");
    assertThat(KafkaProbe.data(known).path("recordUuid").asText()).isEqualTo(RECORD);
    assertThat(text(known)).doesNotContain("events@example.com", "Secret-9");

    ConsumerRecord<String, byte[]> unknown =
        eventOf(NativeApi.signIn("stranger@example.com").send());
    assertThat(unknown.key()).isEqualTo("app-a");
    assertThat(KafkaProbe.data(unknown).path("reason").asText()).isEqualTo("invalidCredentials");
    assertThat(KafkaProbe.data(unknown).has("recordUuid")).isFalse();
  }

  @Test
  void signIn_whenDeactivatedOrLockedOut_thenItsOwnReason() {
    ConsumerRecord<String, byte[]> deactivated =
        eventOf(NativeApi.signIn("deactivated@example.com").send());
    assertThat(KafkaProbe.data(deactivated).path("reason").asText())
        .isEqualTo("accountDeactivated");

    for (int i = 0; i < 6; i++) {
      NativeApi.signIn("flood@example.com").with("client_id", "limited-a").send();
    }
    ConsumerRecord<String, byte[]> locked =
        eventOf(NativeApi.signIn("flood@example.com").with("client_id", "limited-a").send());
    assertThat(KafkaProbe.data(locked).path("reason").asText()).isEqualTo("attemptsExceeded");
  }

  private static ConsumerRecord<String, byte[]> eventOf(Response reply) {
    return eventOf(reply, "");
  }

  /** The first event of a reply whose type ends so. */
  private static ConsumerRecord<String, byte[]> eventOf(Response reply, String type) {
    String request = reply.header("X-Request-Id");
    ConsumerRecord<String, byte[]> event =
        KafkaProbe.await(
            "auth-events",
            message ->
                text(message).contains(request)
                    && KafkaProbe.header(message, "ce_type").endsWith(type));
    EventSchemas.check(event);
    return event;
  }

  private static String text(ConsumerRecord<String, byte[]> message) {
    return new String(message.value(), StandardCharsets.UTF_8);
  }
}
