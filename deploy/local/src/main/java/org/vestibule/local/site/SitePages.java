package org.vestibule.local.site;

import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** The two pages that the mails of the demo application link to. */
final class SitePages {
  private static final String VERIFY_INTRO =
      "<p>A verification mail links to this page. The page hands the code of the link to"
          + " <code>POST /access/useVerificationCode</code>, and the address counts as verified."
          + "</p>";
  private static final String RESET_INTRO =
      "<p>A password mail links to this page. The site's server exchanges the code at"
          + " <code>POST /oauth/token</code> as the client that asked for the mail, then sets the"
          + " password with <code>POST /oauth/update_profile_native</code> and the form"
          + " <code>changePasswordFormNoAuth</code>.</p>";

  private final ApiCalls api;

  SitePages(ApiCalls api) {
    this.api = api;
  }

  String askToVerify(String code) {
    return Html.page(
        "Verify your e-mail address",
        VERIFY_INTRO
            + form(
                "<label for=\"c\">Verification code</label>"
                    + input("c", "verification_code", "text", code),
                "Verify"));
  }

  Future<String> verify(DemoSite site, String code) {
    return api.post(
            site.baseUrl() + "/access/useVerificationCode",
            java.util.Map.of("verification_code", code))
        .map(reply -> replies("E-mail address", VERIFY_INTRO + step("useVerificationCode", reply)));
  }

  String askForPassword(String code) {
    return Html.page(
        "Choose a new password",
        RESET_INTRO
            + form(
                "<label for=\"c\">Code of the link</label>"
                    + input("c", "code", "text", code)
                    + "<label for=\"p\">New password</label>"
                    + input("p", "newPassword", "password", "")
                    + "<label for=\"r\">The same again</label>"
                    + input("r", "newPasswordConfirm", "password", ""),
                "Set password"));
  }

  Future<String> reset(DemoSite site, String code, String password, String repeated) {
    return api.post(site.baseUrl() + "/oauth/token", site.exchange(code))
        .compose(reply -> change(site, reply, password, repeated));
  }

  private Future<String> change(DemoSite site, String reply, String password, String repeated) {
    String first = RESET_INTRO + step("1. token", reply);
    String token = accessToken(reply);
    return token == null
        ? Future.succeededFuture(replies("The code was not accepted", first))
        : api.post(
                site.baseUrl() + "/oauth/update_profile_native",
                site.changePassword(token, password, repeated))
            .map(
                second ->
                    replies("New password", first + step("2. update_profile_native", second)));
  }

  private static String accessToken(String reply) {
    try {
      return new JsonObject(reply).getString("access_token");
    } catch (DecodeException notJson) {
      return null;
    }
  }

  private static String replies(String title, String body) {
    return Html.page(title, body + "<p><a href=\"/_local/mail\">Mailbox</a></p>");
  }

  private static String step(String name, String reply) {
    return "<h2>Reply of " + name + "</h2><pre>" + Html.escape(pretty(reply)) + "</pre>";
  }

  private static String pretty(String reply) {
    try {
      return new JsonObject(reply).encodePrettily();
    } catch (DecodeException notJson) {
      return reply;
    }
  }

  private static String form(String fields, String button) {
    return "<form method=\"post\">" + fields + "<button>" + button + "</button></form>";
  }

  private static String input(String id, String name, String type, String value) {
    return String.format(
        "<input id=\"%s\" name=\"%s\" type=\"%s\" value=\"%s\" autocomplete=\"off\" required>",
        id, name, type, Html.escape(value));
  }
}
