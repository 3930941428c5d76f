package org.vestibule.entity.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.record.FittingValues;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.Schema;
import org.vestibule.platform.json.Json;

/**
 * A social identity as its provider told it, in the form of an element of {@code profiles}. Two
 * identities are the same only when their identifiers are equal to the letter: providers tell
 * people apart by case.
 */
record SocialEntry(String identifier, ObjectNode told) {
  static final String PROFILES = "profiles";
  private static final String IDENTIFIER = "identifier";
  private static final int MOST = 100;

  static SocialEntry of(ObjectNode told) {
    String identifier = told == null ? null : told.path(IDENTIFIER).textValue();
    if (identifier == null || identifier.isEmpty()) {
      throw new IllegalArgumentException("a social identity without an identifier");
    }
    return new SocialEntry(identifier, told);
  }

  /** The element of a record that is this identity. */
  Optional<ObjectNode> in(JsonNode doc) {
    for (JsonNode element : doc.path(PROFILES)) {
      if (identifier.equals(element.path(IDENTIFIER).textValue())) {
        return Optional.of((ObjectNode) element);
      }
    }
    return Optional.empty();
  }

  /**
   * What is to be merged into {@code profiles}: news of the element that is there, or a new one.
   */
  Optional<ObjectNode> put(Schema schema, JsonNode doc) {
    return in(doc)
        .map(present -> news(profiles(schema), present))
        .orElseGet(() -> Optional.of(added(schema, doc)));
  }

  /** A new element. */
  ObjectNode added(Schema schema, JsonNode doc) {
    if (doc.path(PROFILES).size() >= MOST) {
      throw Violations.constraint("/" + PROFILES, "max-elements");
    }
    return FittingValues.of(profiles(schema), told);
  }

  private Optional<ObjectNode> news(Attribute profiles, ObjectNode present) {
    ObjectNode news = differing(profiles, present, FittingValues.of(profiles, told));
    return news.isEmpty()
        ? Optional.empty()
        : Optional.of(news.put("id", present.path("id").longValue()));
  }

  private static Attribute profiles(Schema schema) {
    return schema
        .root()
        .child(PROFILES)
        .orElseThrow(() -> Violations.unknownAttribute("/" + PROFILES));
  }

  /** The members that are another than those that are stored; what was not told stays. */
  private static ObjectNode differing(Attribute container, JsonNode present, ObjectNode given) {
    ObjectNode differing = Json.object();
    for (Map.Entry<String, JsonNode> member : given.properties()) {
      Attribute child = container.child(member.getKey()).orElseThrow();
      news(child, present.path(child.name()), member.getValue())
          .ifPresent(it -> differing.set(child.name(), it));
    }
    return differing;
  }

  private static Optional<JsonNode> news(Attribute attribute, JsonNode present, JsonNode given) {
    return switch (attribute.type()) {
      case OBJECT ->
          Optional.<JsonNode>of(differing(attribute, present, (ObjectNode) given))
              .filter(it -> !it.isEmpty());
      case PLURAL ->
          Optional.<JsonNode>of(replaced(attribute, present, given)).filter(it -> !it.isEmpty());
      default -> Optional.of(given).filter(it -> !it.equals(present));
    };
  }

  /** Elements take the places of those before them, so that a list does not grow by sign-ins. */
  private static ArrayNode replaced(Attribute plural, JsonNode present, JsonNode given) {
    ArrayNode elements = Json.array();
    for (int i = 0; i < given.size(); i++) {
      JsonNode old = present.path(i);
      ObjectNode change = differing(plural, old, (ObjectNode) given.get(i));
      if (old.path("id").isIntegralNumber()) {
        change.set("id", old.get("id"));
      }
      if (change.size() > (change.has("id") ? 1 : 0)) {
        elements.add(change);
      }
    }
    return elements;
  }
}
