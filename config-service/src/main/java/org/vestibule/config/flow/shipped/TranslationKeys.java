package org.vestibule.config.flow.shipped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Replaces the readable translation keys of a shipped flow, which are the paths of their texts, by
 * the lower-case UUIDs of the wire; a path always gets the same one, so that flows of two
 * applications can be compared and promoted.
 */
final class TranslationKeys {
  private static final String KEY = "key";

  private final Map<String, String> assigned = new LinkedHashMap<>();

  /** Replaces the keys of all references below a node that nobody else has. */
  void assign(JsonNode node) {
    if (node instanceof ObjectNode object && isReference(object)) {
      String key = assigned.computeIfAbsent(object.get(KEY).textValue(), TranslationKeys::of);
      object.set(KEY, TextNode.valueOf(key));
    } else {
      node.forEach(this::assign);
    }
  }

  /** The wire key of every path that was found. */
  Map<String, String> assigned() {
    return assigned;
  }

  static String of(String path) {
    return UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static boolean isReference(ObjectNode object) {
    return object.size() == 1 && object.path(KEY).isTextual();
  }
}
