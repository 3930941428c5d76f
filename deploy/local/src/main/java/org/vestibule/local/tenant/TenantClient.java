package org.vestibule.local.tenant;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.vestibule.local.host.LocalHttp;
import org.vestibule.local.host.StackFailure;
import org.vestibule.testkit.service.ServiceToken;
import org.vestibule.testkit.service.StackSecrets;

/** Makes and lists tenants at config-service, as the operator. */
public final class TenantClient {
  private static final int CREATED = 201;
  private static final int OK = 200;

  private final List<String> addresses;
  private final ServiceToken token;

  /** Takes the addresses of the replicas of config-service. */
  public TenantClient(List<String> addresses, StackSecrets secrets) {
    this.addresses = addresses;
    this.token = new ServiceToken("operator", secrets.privateKey("operator"), Clock.systemUTC());
  }

  /** Makes a tenant; the reply holds its ids and secrets. */
  public JsonObject create(TenantRequest request) {
    LocalHttp.Reply reply = call("POST", "/internal/tenants", request.json().encode());
    if (reply.status() != CREATED) {
      throw new StackFailure("The tenant was not made: " + reason(reply));
    }
    return new JsonObject(reply.body());
  }

  /** All applications. */
  public JsonArray applications() {
    LocalHttp.Reply reply = call("GET", "/internal/applications", null);
    if (reply.status() != OK) {
      throw new StackFailure("The applications could not be listed: " + reason(reply));
    }
    String body = reply.body().trim();
    return body.startsWith("[")
        ? new JsonArray(body)
        : new JsonObject(body).getJsonArray("applications", new JsonArray());
  }

  private LocalHttp.Reply call(String method, String path, String json) {
    StackFailure last = new StackFailure("config-service has no address");
    for (String address : addresses) {
      try {
        return LocalHttp.call(method, address + path, token.to("config"), json);
      } catch (IOException unreachable) {
        last =
            new StackFailure(
                "config-service does not answer at " + address + "; see ./vestibule status.",
                unreachable);
      }
    }
    throw last;
  }

  private static String reason(LocalHttp.Reply reply) {
    try {
      Object errors = new JsonObject(reply.body()).getValue("errors");
      return errors == null ? "HTTP " + reply.status() + " " + reply.body() : errors.toString();
    } catch (DecodeException notJson) {
      return "HTTP " + reply.status() + " " + reply.body();
    }
  }
}
