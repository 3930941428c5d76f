package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.Constraint;
import org.vestibule.platform.json.Json;

/**
 * Keeps of values that somebody else made what the schema has a place for: unknown members, wrong
 * types, texts that are too long or cannot be stored are left out instead of being refused.
 */
public final class FittingValues {
  private static final int MAX_ELEMENTS = 100;

  private FittingValues() {}

  /** The members of an object, or of an element, that fit. */
  public static ObjectNode of(Attribute container, JsonNode given) {
    ObjectNode fitting = Json.object();
    for (Attribute child : container.children().values()) {
      if (!child.reserved()) {
        value(child, given.path(child.name())).ifPresent(it -> fitting.set(child.name(), it));
      }
    }
    return fitting;
  }

  private static Optional<JsonNode> value(Attribute attribute, JsonNode given) {
    return switch (attribute.type()) {
      case OBJECT -> Optional.of(given).filter(JsonNode::isObject).map(it -> of(attribute, it));
      case PLURAL -> Optional.of(given).filter(JsonNode::isArray).map(it -> all(attribute, it));
      case STRING -> Optional.of(given).filter(it -> isText(attribute, it));
      case JSON -> Optional.of(given).filter(FittingValues::isJson);
      case BOOLEAN ->
          Optional.of(given)
              .filter(JsonNode::isBoolean)
              .map(it -> BooleanNode.valueOf(it.booleanValue()));
      default -> Optional.empty();
    };
  }

  private static JsonNode all(Attribute plural, JsonNode given) {
    ArrayNode fitting = Json.array();
    for (JsonNode element : given) {
      ObjectNode one = of(plural, element);
      if (!one.isEmpty() && isComplete(plural, one) && fitting.size() < MAX_ELEMENTS) {
        fitting.add(one);
      }
    }
    return fitting;
  }

  private static boolean isComplete(Attribute plural, ObjectNode element) {
    return plural.children().values().stream()
        .filter(it -> !it.reserved() && it.has(Constraint.REQUIRED))
        .allMatch(it -> element.has(it.name()));
  }

  private static boolean isText(Attribute attribute, JsonNode given) {
    return given.isTextual()
        && Texts.isStorable(given.textValue())
        && isShort(attribute, given.textValue())
        && attribute.constraints().stream().allMatch(it -> Characters.fit(it, given.textValue()));
  }

  private static boolean isShort(Attribute attribute, String text) {
    return attribute.length() == null
        || text.codePointCount(0, text.length()) <= attribute.length();
  }

  private static boolean isJson(JsonNode given) {
    return !given.isMissingNode() && !given.isNull() && FreeJson.isStorable(given);
  }
}
