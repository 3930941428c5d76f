package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import org.vestibule.entity.schema.SchemaJson;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;

/** Replies that show entity types. */
final class TypeReplies {
  private TypeReplies() {}

  /** A whole type. */
  static Response schema(EntityType type) {
    return CaptureReply.ok(members(type));
  }

  /** The member that shows a whole type. */
  static ObjectNode members(EntityType type) {
    return members(
        type.name(), withHistory(SchemaJson.write(type.schema()), type.terms().passwordHistory()));
  }

  /** Definitions under the name of their type. */
  static Response schema(String name, ArrayNode definitions) {
    return CaptureReply.ok(members(name, definitions));
  }

  static ObjectNode members(String name, ArrayNode definitions) {
    ObjectNode schema = Json.object().put("name", name);
    schema.set("attr_defs", definitions);
    return Json.object().set("schema", schema);
  }

  /** Shows on the password how many of the last ones may not come again. */
  static ArrayNode withHistory(ArrayNode definitions, int size) {
    for (JsonNode definition : definitions) {
      if (size > 0 && definition.path("name").asText().equals("password")) {
        ((ObjectNode) definition).set("history", Json.object().put("historySize", size));
      }
    }
    return definitions;
  }
}
