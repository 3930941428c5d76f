package org.vestibule.local.stack;

import io.vertx.core.json.JsonObject;

/** The content of {@code demo.env}: the demo application as shell variables, for curl by hand. */
final class DemoEnv {
  static final String NAME = "demo.env";

  private DemoEnv() {}

  static String content(JsonObject demo) {
    JsonObject clients = demo.getJsonObject("clients");
    StringBuilder text = new StringBuilder();
    set(text, "BASE", demo.getString("base_url"));
    set(text, "APP_ID", demo.getString("app_id"));
    set(text, "CUSTOMER_ID", demo.getString("customer_id"));
    set(text, "FLOW_VERSION", demo.getString("flow_version"));
    set(text, "LOGIN_CLIENT", clients.getJsonObject("login_client").getString("client_id"));
    set(text, "LOGIN", idAndSecret(clients.getJsonObject("login_client")));
    set(text, "OWNER", idAndSecret(clients.getJsonObject("owner")));
    set(text, "DIRECT_ACCESS", idAndSecret(clients.getJsonObject("direct_access")));
    set(text, "ACCESS_ISSUER", idAndSecret(clients.getJsonObject("access_issuer")));
    JsonObject oidc = demo.getJsonObject("oidc");
    set(text, "CONFIG_CLIENT", idAndSecret(oidc.getJsonObject("config_client")));
    return text.toString();
  }

  private static String idAndSecret(JsonObject client) {
    return client.getString("client_id") + ":" + client.getString("client_secret");
  }

  private static void set(StringBuilder text, String name, String value) {
    text.append(name).append("='").append(value).append("'\n");
  }
}
