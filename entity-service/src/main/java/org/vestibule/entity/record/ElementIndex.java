package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;

/** Finds the elements of one plural by id and by primary key. */
final class ElementIndex {
  private final Attribute key;
  private final Folding folding;
  private final Map<Long, ObjectNode> byId = new HashMap<>();
  private final Map<String, ObjectNode> byKey = new HashMap<>();

  /** Takes the primary key by which elements are found, if they are. */
  ElementIndex(Optional<Attribute> key, JsonNode elements, Folding folding) {
    this.key = key.orElse(null);
    this.folding = folding;
    elements.forEach(it -> add((ObjectNode) it));
  }

  void add(ObjectNode element) {
    if (element.path("id").isIntegralNumber()) {
      byId.put(element.get("id").longValue(), element);
    }
    keyOf(element).ifPresent(it -> byKey.put(it, element));
  }

  /** The element that an input means, or nothing when it describes a new one. */
  Optional<ObjectNode> find(ObjectNode given, String at) {
    JsonNode id = given.path("id");
    if (id.isIntegralNumber()) {
      return Optional.of(withId(id.longValue(), at));
    }
    return keyOf(given).map(byKey::get);
  }

  private ObjectNode withId(long id, String at) {
    ObjectNode element = byId.get(id);
    if (element == null) {
      throw Violations.elementNotFound(at, id);
    }
    return element;
  }

  private Optional<String> keyOf(ObjectNode element) {
    JsonNode value = key == null ? null : element.get(key.name());
    return value == null || value.isNull()
        ? Optional.empty()
        : Optional.of(key.folds() ? folding.of(value.asText()) : value.asText());
  }
}
