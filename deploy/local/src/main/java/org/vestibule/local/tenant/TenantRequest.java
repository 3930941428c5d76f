package org.vestibule.local.tenant;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** What a new tenant shall be called, which hosts it owns, and its first settings. */
public record TenantRequest(
    String customer, String application, List<String> domains, Map<String, Object> settings) {
  JsonObject json() {
    JsonObject values = new JsonObject();
    settings.forEach(values::put);
    return new JsonObject()
        .put("customer", customer)
        .put("application", application)
        .put("domains", new JsonArray(domains))
        .put("settings", values);
  }
}
