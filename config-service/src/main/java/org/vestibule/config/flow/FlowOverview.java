package org.vestibule.config.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vestibule.platform.json.Json;

/** Flows in short on the wire (configuration.md 4.1-4.7). */
final class FlowOverview {
  private FlowOverview() {}

  static ArrayNode list(String applicationId, List<String> names) {
    ArrayNode list = Json.array();
    names.forEach(
        it -> list.addObject().put("_self", FlowHead.path(applicationId, it)).put("name", it));
    return list;
  }

  static ObjectNode identity(FlowHead head) {
    return Json.object()
        .put("_self", head.path(""))
        .put("name", head.name())
        .put("version", head.version());
  }

  static ObjectNode of(FlowHead head) {
    ObjectNode json = identity(head);
    json.set("schemas", head.document().root().path("schemas"));
    json.set("userData", head.document().root().path("userData"));
    return json;
  }

  static ArrayNode versions(List<FlowVersion> versions) {
    ArrayNode list = Json.array();
    list.addObject().put("change", versions.get(0).change).put("version", VersionId.HEAD);
    versions.forEach(it -> list.addObject().put("change", it.change).put("version", it.version));
    return list;
  }
}
