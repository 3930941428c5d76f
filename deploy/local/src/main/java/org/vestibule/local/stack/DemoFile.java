package org.vestibule.local.stack;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.vestibule.local.node.Node;
import org.vestibule.local.node.PostgresNode;
import org.vestibule.local.node.Service;
import org.vestibule.local.tenant.DemoTenants;

/** The content of {@code demo.json}: what scripts need to know about a healthy stack. */
final class DemoFile {
  static final String NAME = "demo.json";

  private DemoFile() {}

  static JsonObject content(DemoTenants tenants, Fleet fleet) {
    JsonObject content = tenant(tenants.demoUrl(), tenants.demo());
    content.put("second_application", tenant(tenants.secondUrl(), tenants.second()));
    content.put("kafka_bootstrap", fleet.kafka().bootstrap());
    content.put("postgres_url", fleet.postgres().address().url(PostgresNode.DATABASE));
    addServices(content, fleet);
    content.put("pids", pids(fleet.nodes()));
    content.put("mailbox_url", tenants.demoUrl() + "/_local/mail");
    return content;
  }

  private static JsonObject tenant(String baseUrl, JsonObject tenant) {
    JsonObject content = new JsonObject().put("base_url", baseUrl);
    copy(tenant, "customerId", content, "customer_id");
    copy(tenant, "applicationId", content, "app_id");
    copy(tenant, "entityType", content, "entity_type");
    copy(tenant, "flow", content, "flow");
    copy(tenant, "flowVersion", content, "flow_version");
    copy(tenant, "locale", content, "locale");
    copy(tenant, "clients", content, "clients");
    copy(tenant, "oidc", content, "oidc");
    return content;
  }

  private static void copy(JsonObject from, String name, JsonObject to, String newName) {
    if (from.containsKey(name)) {
      to.put(newName, from.getValue(name));
    }
  }

  private static void addServices(JsonObject content, Fleet fleet) {
    JsonObject first = new JsonObject();
    JsonObject replicas = new JsonObject();
    fleet
        .urlsByService(Service::fullName)
        .forEach(
            (name, urls) -> {
              first.put(name, urls.get(0));
              replicas.put(name, new JsonArray(urls));
            });
    content.put("services", first).put("replicas", replicas);
  }

  private static JsonObject pids(List<Node> nodes) {
    JsonObject pids = new JsonObject();
    for (Node node : nodes) {
      pids.put(
          node.name(), pids.getJsonArray(node.name(), new JsonArray()).add(NodeReport.pid(node)));
    }
    return pids;
  }
}
