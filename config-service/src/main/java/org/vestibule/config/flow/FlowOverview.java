package org.vestibule.config.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.json.Json;

/** The overview of a flow's head on the wire (configuration.md 4.2). */
final class FlowOverview {
  private FlowOverview() {}

  static ObjectNode of(String applicationId, FlowVersionView head) {
    ObjectNode json = Json.object();
    json.put("_self", "/config/" + applicationId + "/flows/" + head.name());
    json.put("name", head.name());
    json.put("version", head.version());
    json.set("schemas", head.document().path("schemas"));
    json.set("userData", head.document().path("userData"));
    return json;
  }
}
