package org.vestibule.local.site;

import java.util.Map;

/** What the pages of a pretended web site know about the application that they belong to. */
public record DemoSite(
    String baseUrl,
    String clientId,
    String clientSecret,
    String flow,
    String flowVersion,
    String locale) {
  /** The path of the page that a verification mail links to. */
  public static final String VERIFY_EMAIL = "/_local/site/verify-email";

  /** The path of the page that a password mail links to. */
  public static final String RESET_PASSWORD = "/_local/site/reset-password";

  Map<String, String> exchange(String code) {
    return Map.of(
        "grant_type", "authorization_code",
        "code", code,
        "redirect_uri", baseUrl + RESET_PASSWORD,
        "client_id", clientId,
        "client_secret", clientSecret);
  }

  Map<String, String> changePassword(String accessToken, String password, String repeated) {
    return Map.of(
        "client_id", clientId,
        "flow", flow,
        "flow_version", flowVersion,
        "locale", locale,
        "redirect_uri", baseUrl + RESET_PASSWORD,
        "form", "changePasswordFormNoAuth",
        "access_token", accessToken,
        "newPassword", password,
        "newPasswordConfirm", repeated);
  }
}
