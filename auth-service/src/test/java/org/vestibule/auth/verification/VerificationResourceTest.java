package org.vestibule.auth.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.auth.stub.AccessApi.access;
import static org.vestibule.auth.stub.NativeApi.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.KafkaProbe;
import org.vestibule.auth.stub.Mails;
import org.vestibule.auth.stub.NativeApi;
import org.vestibule.auth.stub.Neighbours;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.event.EventSchemas;

/** Verification codes: authentication.md 8.3, 8.4, 10.7 and 11.2. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class VerificationResourceTest {
  private static final String RECORD = "3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10";
  private static final String NOT_RECOGNIZED =
      "{'stat':'error','code':200,'error':'invalid_argument','error_description':'verification code not recognized','argument_name':'verification_code'}";

  @Test
  void registration_mailsACodeThatWorksOnceInEitherSpelling() throws InterruptedException {
    int mails = Mails.to("jo@example.com").size();
    NativeApi.register("fresh@example.com").ok();
    String mail = Mails.await("jo@example.com", mails + 1);
    assertThat(mail).contains("Subject: Verify Shop", "Auto-Submitted: auto-generated");
    assertThat(mail).contains("From: no-reply@example.com");
    assertThat(mail).doesNotContain("<b>&amp;amp; <");
    String code = Mails.code(mail, "verification_code");
    Neighbours.forget();

    Response used = use("use_verification_code", code);

    assertThat(used.asString()).isEqualTo("{\"stat\":\"ok\",\"uuid\":\"" + RECORD + "\"}");
    var change = Neighbours.calls("/changes").get(0);
    assertThat(change.path("body").path("stamp").asText()).isEqualTo("emailVerified");
    assertThat(change.path("body").path("expect").path("attribute").asText()).isEqualTo("email");
    isNotRecognized(use("useVerificationCode", code));
    var event = KafkaProbe.awaitAuthEvent("email-verified", used.header("X-Request-Id"));
    EventSchemas.check(event);
  }

  @Test
  void code_atOnceSixteenTimes_worksOnce() {
    String code = serverCode();

    List<String> replies =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> use("useVerificationCode", code).asString())
            .toList();

    assertThat(replies.stream().filter(it -> it.contains("\"stat\":\"ok\""))).hasSize(1);
  }

  @Test
  void code_ofAnotherApplicationOrNobody_isNotRecognized() {
    String code = serverCode();
    Response elsewhere =
        given()
            .header("Host", "b.example.com")
            .formParam("verification_code", code)
            .post("/access/useVerificationCode");
    isNotRecognized(elsewhere);
    isNotRecognized(use("useVerificationCode", "x"));
    isNotRecognized(use("useVerificationCode", "x".repeat(10_000)));
    assertThat(use("useVerificationCode", code).asString()).contains("\"stat\":\"ok\"");
  }

  @Test
  void code_mailedToAnAddressThatTheRecordNoLongerHas_isNotRecognized()
      throws InterruptedException {
    verify("former@example.com").ok();
    String code = Mails.code(Mails.await("former@example.com", 1), "verification_code");

    isNotRecognized(use("useVerificationCode", code));
  }

  @Test
  void resend_hasItsReplies() {
    verify("stranger@example.com")
        .isRefused(
            "{'stat':'error','code':210,'error':'invalid_credentials','error_description':'some inputs are invalid','invalid_fields':{'resendVerificationForm':['We could not find an account with that email address.']}}");
    verify("verified@example.com")
        .isRefused(
            "{'stat':'error','code':540,'error':'triggered_error','error_description':'an error was triggered in the flow','message':'email already verified'}");
    verify("stranger@example.com").with("client_id", "hidden-a").ok();
    verify("verified@example.com").with("client_id", "hidden-a").ok();
    verify("unset-verify@example.com")
        .with("client_id", "limited-a")
        .isRefused(
            "{'stat':'error','code':226,'error':'flow_error','error_description':'the setting verify_email_url is missing'}");
    given()
        .header("Host", "a.example.com")
        .post("/access/useVerificationCode")
        .then()
        .body("code", org.hamcrest.Matchers.equalTo(100));
  }

  @Test
  void mailServerAway_losesNothing() throws InterruptedException {
    Mails.close();
    verify("patient@example.com").ok();
    Thread.sleep(1_000);
    Mails.open();

    assertThat(Mails.await("patient@example.com", 1)).contains("Subject: Verify Shop");
  }

  private static String serverCode() {
    return access("getVerificationCode")
        .with("attribute_name", "emailVerified")
        .ok()
        .path("verification_code")
        .asText();
  }

  private static Response use(String spelling, String code) {
    return given()
        .header("Host", "a.example.com")
        .formParam("verification_code", code)
        .post("/access/" + spelling);
  }

  private static void isNotRecognized(Response reply) {
    ObjectNode body = (ObjectNode) Json.parse(reply.asString());
    body.remove("request_id");
    assertThat(body).isEqualTo(Json.parse(NOT_RECOGNIZED.replace('\'', '"')));
  }
}
