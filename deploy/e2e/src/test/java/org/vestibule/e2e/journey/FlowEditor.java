package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Tenant;

/** Somebody who edits a flow of their own through the Configuration API. */
final class FlowEditor {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Tenant tenant;
  private final String flow = "t" + UUID.randomUUID().toString().replace("-", "");

  /** Copies the standard flow. */
  FlowEditor(Tenant tenant) {
    this.tenant = tenant;
    assertThat(call("POST", "standard/copy").json("{\"name\":\"" + flow + "\"}").send().status())
        .isEqualTo(201);
  }

  String flow() {
    return flow;
  }

  /** The newest version. */
  String version() {
    return call("GET", flow).send().at("/version");
  }

  /** Adds an English field, given with single quotes. */
  void addField(String json) {
    Reply reply = call("POST", flow + "/locales/en-US/fields").json(json.replace('\'', '"')).send();
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
  }

  void removeField(String field) {
    assertThat(call("DELETE", flow + "/fields/" + field).send().status()).isEqualTo(204);
  }

  void addForm(String name, String action, String field) {
    ObjectNode form = JSON.createObjectNode().put("name", name).put("action", action);
    form.putArray("fields").addObject().put("name", field);
    Reply reply = call("POST", flow + "/forms").json(form.toString()).send();
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
  }

  /** Puts a field at the end of a form. */
  void putInto(String form, String field) {
    JsonNode now = call("GET", flow + "/forms/" + form).send().json();
    ArrayNode fields = now.withArray("/fields");
    fields.addObject().put("name", field);
    ObjectNode changed = JSON.createObjectNode().set("fields", fields);
    Reply reply = call("PUT", flow + "/forms/" + form).json(changed.toString()).send();
    assertThat(reply.status()).as(reply.text()).isEqualTo(204);
  }

  private Call call(String method, String rest) {
    String path = "/config/" + tenant.applicationId() + "/flows/" + rest;
    return Call.of(method, tenant.baseUrl(), path).basic(tenant, "owner");
  }
}
