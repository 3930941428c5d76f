package org.vestibule.e2e.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.vestibule.testkit.Waiting;

/** Registers and signs in invented people. */
public final class People {
  public static final String PASSWORD = "Test.123";

  /** The {@code redirect_uri} of all native calls. */
  public static final String SITE = "https://shop.example.com/";

  private People() {}

  /** An address that nobody has. */
  public static String newEmail() {
    return "p" + UUID.randomUUID().toString().replace("-", "") + "@example.com";
  }

  /** The reply to a registration through {@code registrationForm}. */
  public static Reply register(Tenant tenant, String email) {
    return registration(tenant, email).send();
  }

  /** A registration through {@code registrationForm}. */
  public static Call registration(Tenant tenant, String email) {
    return nativeCall(tenant, "/oauth/register_native_traditional")
        .form("form", "registrationForm")
        .form("emailAddress", email)
        .form("displayName", "Jo")
        .form("newPassword", PASSWORD)
        .form("newPasswordConfirm", PASSWORD);
  }

  /**
   * Waits until a stranger is refused as one: programs that have just started answer, on however
   * slow a machine.
   */
  public static void awaitAnswers(Tenant tenant) {
    assertThat(
            Waiting.until(
                () -> signIn(tenant, newEmail(), PASSWORD).at("/code").equals("210"),
                Duration.ofSeconds(60)))
        .as("a sign-in is answered again")
        .isTrue();
  }

  /** The reply to a sign-in. */
  public static Reply signIn(Tenant tenant, String email, String password) {
    return nativeCall(tenant, "/oauth/auth_native_traditional")
        .form("form", "signInForm")
        .form("signInEmailAddress", email)
        .form("currentPassword", password)
        .send();
  }

  /** A request for the mail by which a forgotten password is replaced. */
  public static Call forgotPassword(Tenant tenant, String email) {
    return nativeCall(tenant, "/oauth/forgot_password_native")
        .form("form", "forgotPasswordForm")
        .form("signInEmailAddress", email);
  }

  /** A change of a profile through a form. */
  public static Call profileUpdate(Tenant tenant, String form) {
    return nativeCall(tenant, "/oauth/update_profile_native").form("form", form);
  }

  /** A use of a mailed verification code. */
  public static Call verification(Tenant tenant, String code) {
    return Call.post(tenant, "/access/useVerificationCode").form("verification_code", code);
  }

  /** The reply to a call of the token endpoint by the login client. */
  public static Reply token(Tenant tenant, Map<String, String> form) {
    return tokenCall(tenant, form).send();
  }

  private static Call tokenCall(Tenant tenant, Map<String, String> form) {
    return Call.post(tenant, "/oauth/token").basic(tenant, "login_client").form(form);
  }

  /** The reply to an exchange of a code that was given for an address. */
  public static Reply exchange(Tenant tenant, String code, String redirectUri) {
    return codeExchange(tenant, code, redirectUri).send();
  }

  /** An exchange of a code that was given for an address. */
  public static Call codeExchange(Tenant tenant, String code, String redirectUri) {
    return tokenCall(
        tenant,
        Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirectUri));
  }

  /** The reply to a use of a refresh token. */
  public static Reply refresh(Tenant tenant, String refreshToken) {
    return token(tenant, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  /** The record that a token belongs to. */
  public static Reply own(Tenant tenant, String token) {
    return Call.post(tenant, "/entity").form("access_token", token).send();
  }

  /** A {@code *_native} call of the tenant's login client on the standard flow. */
  public static Call nativeCall(Tenant tenant, String path) {
    return Call.post(tenant, path)
        .form(
            Map.of(
                "client_id",
                tenant.clientId("login_client"),
                "flow",
                "standard",
                "flow_version",
                tenant.flowVersion(),
                "locale",
                "en-US",
                "redirect_uri",
                SITE));
  }
}
