package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.vestibule.entity.problem.Violations;
import org.vestibule.platform.json.Json;

/** Checks values without a schema: size, texts and numbers that can be stored. */
final class FreeJson {
  private static final int MAX_LENGTH = 1_048_576;
  private static final int MAX_EXPONENT = 400;

  private FreeJson() {}

  static JsonNode read(JsonNode given, String at) {
    if (!isStorable(given)) {
      throw Violations.invalidFormat(at, "it contains something that cannot be stored");
    }
    if (Json.write(given).length() > MAX_LENGTH) {
      throw Violations.invalidFormat(at, "it is too large");
    }
    return given;
  }

  static boolean isStorable(JsonNode node) {
    if (node.isTextual()) {
      return Texts.isStorable(node.textValue());
    }
    if (node.isBigDecimal()) {
      return Math.abs((long) node.decimalValue().scale()) <= MAX_EXPONENT;
    }
    return node.isObject() ? areStorable(node) : allStorable(node);
  }

  private static boolean areStorable(JsonNode object) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!Texts.isStorable(member.getKey()) || !isStorable(member.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean allStorable(JsonNode array) {
    for (JsonNode element : array) {
      if (!isStorable(element)) {
        return false;
      }
    }
    return true;
  }
}
