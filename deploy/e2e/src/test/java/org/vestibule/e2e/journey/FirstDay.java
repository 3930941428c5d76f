package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.Mailbox;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.testkit.Waiting;

/** What one person does on the first day, in chapters that follow each other. */
final class FirstDay {
  private static final Map<String, String> HOSTILE =
      Map.of(
          "X-Forwarded-Host", "evil.example",
          "Forwarded", "host=evil.example;proto=https",
          "X-Original-URL", "https://evil.example/",
          "X-Rewrite-URL", "https://evil.example/",
          "X-Host", "evil.example",
          "Origin", "https://evil.example",
          "Referer", "https://evil.example/");

  /** How long a service may still know a token that has ended. */
  private static final Duration OUT_OF_CACHES = Duration.ofSeconds(10);

  private static final String NEW_PASSWORD = "Another-horse.9";

  private final Tenant tenant;
  private final Mailbox mailbox;
  private final String email = People.newEmail();
  private final List<String> tokens = new ArrayList<>();
  private String uuid;
  private String refreshToken;
  private String unusedCode;

  FirstDay(Tenant tenant) {
    this.tenant = tenant;
    this.mailbox = new Mailbox(tenant);
  }

  List<Runnable> chapters() {
    return List.of(
        this::registers,
        this::verifiesTheAddress,
        this::signsInByCode,
        this::refreshes,
        this::changesTheProfile,
        this::resetsThePassword,
        this::leaves);
  }

  String uuid() {
    return uuid;
  }

  private void registers() {
    Call call = People.registration(tenant, email);
    HOSTILE.forEach(call::header);
    Reply reply = ok(call.send());
    uuid = reply.at("/capture_user/uuid");
    tokens.add(reply.at("/access_token"));
    assertThat(reply.json().at("/capture_user/emailVerified").isNull()).isTrue();
  }

  private void verifiesTheAddress() {
    String code = mailbox.verificationCode(email);
    JsonNode mail = mailbox.to(email).get(0);
    assertThat(mail.get("subject").asText()).contains("confirm your email address");
    assertThat(links(mail))
        .containsExactly(tenant.baseUrl() + "/_local/site/verify-email?verification_code=" + code);
    assertThat(mail.toString()).doesNotContain("evil.example");
    assertThat(ok(verify(code)).at("/uuid")).isEqualTo(uuid);
    assertThat(verify(code).at("/error_description")).isEqualTo("verification code not recognized");
    assertThat(own().at("/result/emailVerified")).endsWith(" +0000");
  }

  private Reply verify(String code) {
    return People.verification(tenant, code).send();
  }

  private void signsInByCode() {
    Reply first = ok(signIn(People.PASSWORD));
    tokens.add(first.at("/access_token"));
    Reply exchanged = ok(People.exchange(tenant, first.at("/authorization_code"), People.SITE));
    tokens.add(exchanged.at("/access_token"));
    refreshToken = exchanged.at("/refresh_token");
    assertThat(People.exchange(tenant, first.at("/authorization_code"), People.SITE).at("/error"))
        .isEqualTo("invalid_grant");
    unusedCode = ok(signIn(People.PASSWORD)).at("/authorization_code");
  }

  private Reply signIn(String password) {
    return People.nativeCall(tenant, "/oauth/auth_native_traditional")
        .form("form", "signInForm")
        .form("signInEmailAddress", email)
        .form("currentPassword", password)
        .form("response_type", "code_and_token")
        .send();
  }

  private void refreshes() {
    Reply rotated = ok(People.refresh(tenant, refreshToken));
    Reply reused = People.refresh(tenant, refreshToken);
    assertThat(reused.status()).isEqualTo(400);
    assertThat(reused.at("/error")).isEqualTo("invalid_grant");
    // A repeat within moments is taken for a lost reply: the new token lives on.
    Reply again = ok(People.refresh(tenant, rotated.at("/refresh_token")));
    tokens.add(rotated.at("/access_token"));
    tokens.add(again.at("/access_token"));
    refreshToken = again.at("/refresh_token");
    tokens.forEach(it -> ok(People.own(tenant, it)));
  }

  private void changesTheProfile() {
    ok(
        update("editProfileForm", tokens.get(0))
            .form("firstName", "Joanna")
            .form("lastName", "Doe")
            .form("displayName", "Joanna")
            .form("emailAddress", email)
            .send());
    assertThat(own().at("/result/givenName")).isEqualTo("Joanna");
  }

  private Call update(String form, String token) {
    return People.profileUpdate(tenant, form).form("access_token", token);
  }

  private void resetsThePassword() {
    Call forgot = People.forgotPassword(tenant, email);
    HOSTILE.forEach(forgot::header);
    assertThat(forgot.send().text()).isEqualTo("{\"stat\":\"ok\"}");
    String page = tenant.baseUrl() + "/_local/site/reset-password";
    String code = mailbox.recoveryCode(email, 1);
    JsonNode mail = mailbox.to(email).get(0);
    assertThat(links(mail)).containsExactly(page + "?code=" + code);
    assertThat(mail.toString()).doesNotContain("evil.example");
    Reply proof = ok(People.exchange(tenant, code, page));
    Call change =
        update("changePasswordFormNoAuth", proof.at("/access_token"))
            .form("newPassword", NEW_PASSWORD)
            .form("newPasswordConfirm", NEW_PASSWORD);
    assertThat(change.send().text()).isEqualTo("{\"stat\":\"ok\"}");
    assertOnlyTheProofLives(proof, code, page);
  }

  private void assertOnlyTheProofLives(Reply proof, String code, String page) {
    tokens.forEach(it -> assertThat(Waiting.until(() -> isExpired(it), OUT_OF_CACHES)).isTrue());
    assertThat(
            List.of(
                People.refresh(tenant, refreshToken).at("/error"),
                People.refresh(tenant, proof.at("/refresh_token")).at("/error"),
                People.exchange(tenant, unusedCode, People.SITE).at("/error"),
                People.exchange(tenant, code, page).at("/error")))
        .containsOnly("invalid_grant");
    ok(People.own(tenant, proof.at("/access_token")));
    assertThat(signIn(People.PASSWORD).code()).isEqualTo(210);
    tokens.add(ok(signIn(NEW_PASSWORD)).at("/access_token"));
  }

  private boolean isExpired(String token) {
    return People.own(tenant, token).at("/error_description").equals("access_token expired");
  }

  private void leaves() {
    ok(
        Call.post(tenant, "/entity.delete")
            .basic(tenant, "direct_access")
            .form("type_name", "user")
            .form("uuid", uuid)
            .send());
    for (String token : tokens) {
      assertThat(People.own(tenant, token).at("/stat")).isEqualTo("error");
    }
  }

  private Reply own() {
    return ok(People.own(tenant, tokens.get(0)));
  }

  private static Reply ok(Reply reply) {
    assertThat(reply.at("/stat")).as(reply.text()).isEqualTo("ok");
    return reply;
  }

  private static List<String> links(JsonNode mail) {
    List<String> links = new ArrayList<>();
    mail.get("links").forEach(it -> links.add(it.asText()));
    return links;
  }
}
