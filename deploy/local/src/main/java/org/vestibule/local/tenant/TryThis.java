package org.vestibule.local.tenant;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;

/** Commands with real ids that a person can paste next. */
public final class TryThis {
  private TryThis() {}

  /** The lines to print when the stack is healthy; scripts find its facts in a file. */
  public static List<String> lines(DemoTenants tenants, Path facts) {
    JsonObject demo = tenants.demo();
    JsonObject clients = demo.getJsonObject("clients", new JsonObject());
    JsonObject login = clients.getJsonObject("login_client", new JsonObject());
    JsonObject owner = clients.getJsonObject("owner", new JsonObject());
    String base = tenants.demoUrl();
    String form =
        " -d client_id="
            + login.getString("client_id")
            + " -d flow="
            + demo.getString("flow")
            + " -d flow_version="
            + demo.getString("flowVersion")
            + " -d locale="
            + demo.getString("locale")
            + " -d redirect_uri="
            + base
            + " -d response_type=token";
    String credentials = owner.getString("client_id") + ":" + owner.getString("client_secret");
    return List.of(
        "Register somebody:",
        "  curl "
            + base
            + "/oauth/register_native_traditional"
            + form
            + " -d form=registrationForm -d emailAddress=ann@example.com -d displayName=Ann"
            + " -d firstName=Ann -d lastName=Example"
            + " -d newPassword=correct-horse-9 -d newPasswordConfirm=correct-horse-9",
        "Sign in:",
        "  curl "
            + base
            + "/oauth/auth_native_traditional"
            + form
            + " -d form=signInForm -d signInEmailAddress=ann@example.com"
            + " -d currentPassword=correct-horse-9",
        "Find the record:",
        "  curl -u "
            + credentials
            + " "
            + base
            + "/entity.find -d type_name=user"
            + " --data-urlencode \"filter=email='ann@example.com'\"",
        "Read mails: " + base + "/_local/mail   Everything for scripts: " + facts);
  }
}
