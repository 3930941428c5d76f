package org.vestibule.e2e.stack;

import java.util.Map;
import java.util.UUID;

/** Registers and signs in invented people. */
public final class People {
  public static final String PASSWORD = "Test.123";

  private People() {}

  /** An address that nobody has. */
  public static String newEmail() {
    return "p" + UUID.randomUUID().toString().replace("-", "") + "@example.com";
  }

  /** The reply to a registration through {@code registrationForm}. */
  public static Reply register(Tenant tenant, String email) {
    return nativeCall(tenant, "/oauth/register_native_traditional")
        .form("form", "registrationForm")
        .form("emailAddress", email)
        .form("displayName", "Jo")
        .form("newPassword", PASSWORD)
        .form("newPasswordConfirm", PASSWORD)
        .send();
  }

  /** The reply to a sign-in. */
  public static Reply signIn(Tenant tenant, String email, String password) {
    return nativeCall(tenant, "/oauth/auth_native_traditional")
        .form("form", "signInForm")
        .form("signInEmailAddress", email)
        .form("currentPassword", password)
        .send();
  }

  /** A {@code *_native} call of the tenant's login client on the standard flow. */
  public static Call nativeCall(Tenant tenant, String path) {
    return Call.post(tenant, path)
        .form(
            Map.of(
                "client_id", tenant.clientId("login_client"),
                "flow", "standard",
                "flow_version", tenant.flowVersion(),
                "locale", "en-US",
                "redirect_uri", "https://shop.example.com/"));
  }
}
