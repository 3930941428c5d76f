package org.vestibule.local.tenant;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.vestibule.local.node.Service;
import org.vestibule.local.operator.OperatorClient;
import org.vestibule.testkit.service.StackSecrets;

/** Makes and lists tenants at config-service, as the operator. */
public final class TenantClient {
  private static final int CREATED = 201;
  private static final int OK = 200;

  private final OperatorClient operator;

  /** Takes the addresses of the replicas of config-service. */
  public TenantClient(List<String> addresses, StackSecrets secrets) {
    this.operator = new OperatorClient(Service.CONFIG, addresses, secrets);
  }

  /** Makes a tenant; the reply holds its ids and secrets. */
  public JsonObject create(TenantRequest request) {
    String json = request.json().encode();
    return new JsonObject(
        operator.call("POST", "/internal/tenants", json, CREATED, "The tenant was not made"));
  }

  /** All applications. */
  public JsonArray applications() {
    String body =
        operator.call(
            "GET", "/internal/applications", null, OK, "The applications could not be listed");
    return new JsonArray(body);
  }
}
