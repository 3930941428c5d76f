package org.vestibule.config.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.vestibule.platform.json.Json;

/**
 * Replaces the readable translation keys of a shipped flow, which are the paths of their texts, by
 * the lower-case UUIDs of the wire; a path always gets the same one, so that flows of two
 * applications can be compared and promoted.
 */
final class TranslationKeys {
  private static final String KEY = "key";

  private TranslationKeys() {}

  static ObjectNode assign(ObjectNode shipped) {
    ObjectNode document = shipped.deepCopy();
    assignReferences(document.get("fields"));
    document.set("translations", renamed(document.get("translations")));
    return document;
  }

  static String of(String path) {
    return UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void assignReferences(JsonNode node) {
    if (node instanceof ObjectNode object && isReference(object)) {
      object.set(KEY, TextNode.valueOf(of(object.get(KEY).textValue())));
    } else {
      node.forEach(TranslationKeys::assignReferences);
    }
  }

  private static boolean isReference(ObjectNode object) {
    return object.size() == 1 && object.path(KEY).isTextual();
  }

  private static ObjectNode renamed(JsonNode locales) {
    ObjectNode result = Json.object();
    locales.fields().forEachRemaining(it -> result.set(it.getKey(), texts(it.getValue())));
    return result;
  }

  private static ObjectNode texts(JsonNode byPath) {
    ObjectNode byKey = Json.object();
    byPath.fields().forEachRemaining(it -> byKey.set(of(it.getKey()), it.getValue()));
    return byKey;
  }
}
