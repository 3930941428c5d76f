package org.vestibule.auth.grant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AccessApi;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.KafkaProbe;
import org.vestibule.auth.stub.NativeApi;
import org.vestibule.testkit.event.EventSchemas;

/** What is left of a sign-in when the account is deactivated: authentication.md 12.5. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class DeactivationTest {
  private static final String CUSTOMER = "11111111-1111-4111-8111-111111111111";
  private static final String RECORD = "3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10";

  @Test
  void deactivated_thenTokensRefreshTokensAndUnusedCodesAreDead() throws InterruptedException {
    JsonNode tokens = AccessApi.exchange(AccessApi.code()).ok();
    String unused = AccessApi.code();

    deactivate(RECORD);

    awaitEnd(tokens.path("access_token").asText());
    AccessApi.token("refresh_token")
        .with("refresh_token", tokens.path("refresh_token").asText())
        .isRefused(
            400,
            "{'stat':'error','code':200,'error':'invalid_grant','sub_error':'invalid_argument','error_description':'refresh_token is not valid','argument_name':'refresh_token'}");
    AccessApi.exchange(unused)
        .isRefused(
            400,
            "{'stat':'error','code':413,'error':'invalid_grant','sub_error':'no_access_grant','error_description':'no access grant for this authorization_code'}");
  }

  @Test
  void deactivated_whenNothingWasGrantedHere_thenStillTold() {
    String record = UUID.randomUUID().toString();

    deactivate(record);

    var event = KafkaProbe.await("auth-events", it -> record.equals(it.key()));
    EventSchemas.check(event);
    assertThat(KafkaProbe.header(event, "ce_type")).isEqualTo("token-revoked");
  }

  private static void deactivate(String record) {
    KafkaProbe.publish(
        "user-events",
        "user-updated",
        record,
        "{\"customerId\":\"%s\",\"applicationId\":\"app-a\",\"entityType\":\"user\",\"recordUuid\":\"%s\",\"correlationId\":\"x\",\"attributes\":[\"deactivateAccount\"]}"
            .formatted(CUSTOMER, record));
  }

  private static void awaitEnd(String token) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(20);
    while (!isEnded(token)) {
      assertThat(Instant.now()).as("waiting for the end of the token").isBefore(end);
      Thread.sleep(100);
    }
  }

  private static boolean isEnded(String token) {
    return NativeApi.update("editProfileForm", token)
        .with("displayName", "Jo")
        .with("emailAddress", "jo@example.com")
        .send()
        .asString()
        .contains("\"code\":414");
  }
}
