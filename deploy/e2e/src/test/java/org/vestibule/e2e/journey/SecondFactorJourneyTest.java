package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.Mailbox;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.local.stack.LocalStack;
import org.vestibule.testkit.Waiting;
import org.vestibule.testkit.service.ServiceToken;

/** Codes of a second factor from the internal call to the mailbox and back. */
class SecondFactorJourneyTest {
  private static final String ATTRIBUTES =
      "[{\"name\":\"email\",\"type\":\"string\",\"length\":256},"
          + "{\"name\":\"emailVerified\",\"type\":\"dateTime\"},"
          + "{\"name\":\"mobileNumber\",\"type\":\"string\",\"length\":32},"
          + "{\"name\":\"mobileNumberVerified\",\"type\":\"dateTime\"}]";

  private final Stack stack = Stack.shared();
  private final Tenant tenant = stack.demo();
  private final String type = "people" + UUID.randomUUID().toString().substring(0, 8);
  private final String email = People.newEmail();
  private final String number =
      "+4915%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
  private String uuid;

  @BeforeEach
  void makeSomebodyWithTwoFactors() {
    assumeTrue(stack.processes().isPresent(), "internal calls need the keys of the stack");
    ok(owner("/entityType.create").form("attr_defs", ATTRIBUTES));
    String date = "\"2026-03-11 09:42:07 +0000\"";
    uuid =
        ok(owner("/entity.create")
                .form(
                    "attributes",
                    "{\"email\":\"%s\",\"emailVerified\":%s,\"mobileNumber\":\"%s\",\"mobileNumberVerified\":%s}"
                        .formatted(email, date, number, date)))
            .at("/uuid");
  }

  @Test
  void code_reachesTheMailboxAsATextMessage_andTrustsADeviceOnce() {
    assertThat(internal("channels", person()).at("/channels/1/destination"))
        .isEqualTo("***" + number.substring(number.length() - 2));

    String challenge = send("sms");

    String code = code(number);
    assertThat(verify(challenge, code).at("/outcome")).isEqualTo("verified");
    assertThat(verify(challenge, code).at("/outcome")).isEqualTo("ended");
    String device = ",\"deviceSha256\":\"" + "5e".repeat(32) + "\"}";
    String trust = "{\"person\":" + person() + ",\"challengeId\":\"" + challenge + "\"" + device;
    assertThat(internal("devices", trust).at("/trusted")).isEqualTo("true");
    assertThat(internal("devices", trust).at("/trusted")).isEqualTo("false");
    assertThat(internal("devices/check", "{\"person\":" + person() + device).at("/trusted"))
        .isEqualTo("true");
  }

  @Test
  void code_reachesTheMailboxAsAMail() {
    String challenge = send("email");

    String code = code(email);

    assertThat(verify(challenge, code.equals("000000") ? "111111" : "000000").at("/triesLeft"))
        .isEqualTo("4");
    assertThat(verify(challenge, code).at("/outcome")).isEqualTo("verified");
  }

  /** Six digits are found in any log by chance, so they are not remembered as secrets. */
  private String code(String address) {
    Mailbox mailbox = new Mailbox(tenant);
    assertThat(Waiting.until(() -> !mailbox.to(address).isEmpty(), Duration.ofSeconds(15)))
        .isTrue();
    String text = mailbox.to(address).get(0).path("text").asText();
    Matcher code = Pattern.compile("\\d{6}").matcher(text);
    assertThat(code.find()).as(text).isTrue();
    return code.group();
  }

  private String send(String channel) {
    String challenge = UUID.randomUUID().toString();
    Reply sent =
        internal(
            "codes",
            "{\"person\":%s,\"challengeId\":\"%s\",\"channel\":\"%s\",\"flow\":\"standard\",\"flowVersion\":\"%s\",\"locale\":\"de-DE\"}"
                .formatted(person(), challenge, channel, tenant.flowVersion()));
    assertThat(sent.at("/outcome")).as(sent.text()).isEqualTo("sent");
    return challenge;
  }

  private Reply verify(String challenge, String code) {
    return internal(
        "codes/verify",
        "{\"person\":%s,\"challengeId\":\"%s\",\"code\":\"%s\"}"
            .formatted(person(), challenge, code));
  }

  private String person() {
    return "{\"applicationId\":\"%s\",\"clientId\":\"%s\",\"entityType\":\"%s\",\"recordUuid\":\"%s\"}"
        .formatted(tenant.applicationId(), tenant.clientId("login_client"), type, uuid);
  }

  private Reply internal(String path, String json) {
    LocalStack running = stack.processes().orElseThrow();
    ServiceToken token =
        new ServiceToken(
            "hostedlogin", running.secrets().privateKey("hostedlogin"), Clock.systemUTC());
    Reply reply =
        Call.of("POST", running.urls("auth-service").get(0), "/internal/factors/" + path)
            .header("Authorization", "Bearer " + token.to("auth"))
            .json(json)
            .send();
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
  }

  private Call owner(String path) {
    return Call.post(tenant, path).basic(tenant, "owner").form("type_name", type);
  }

  private static Reply ok(Call call) {
    Reply reply = call.send();
    assertThat(reply.at("/stat")).as(reply.text()).isEqualTo("ok");
    return reply;
  }
}
