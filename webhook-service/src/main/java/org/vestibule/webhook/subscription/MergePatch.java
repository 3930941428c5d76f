package org.vestibule.webhook.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.json.Json;

/** RFC 7396: members that are objects are merged, null removes, everything else replaces. */
final class MergePatch {
  private MergePatch() {}

  static ObjectNode apply(JsonNode target, ObjectNode patch) {
    ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : Json.object();
    patch.properties().forEach(it -> member(result, it.getKey(), it.getValue()));
    return result;
  }

  private static void member(ObjectNode result, String name, JsonNode value) {
    if (value.isNull()) {
      result.remove(name);
    } else if (value instanceof ObjectNode object) {
      result.set(name, apply(result.get(name), object));
    } else {
      result.set(name, value);
    }
  }
}
