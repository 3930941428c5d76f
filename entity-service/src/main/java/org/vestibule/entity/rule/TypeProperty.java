package org.vestibule.entity.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.vestibule.platform.json.Json;

/**
 * Something that holds for the records of an entity type beside the definitions of its attributes
 * (entity.md 12.7, 13).
 *
 * @param attributes paths in the form of the wire; empty for every attribute that fits
 * @param description null when there is none
 * @param definition of a rule, in the form of entity.md 7; else null
 */
public record TypeProperty(
    UUID uuid, Kind kind, List<String> attributes, String description, JsonNode definition) {

  /** Copies the paths. */
  public TypeProperty {
    attributes = List.copyOf(attributes);
  }

  /** Kinds of properties. */
  public enum Kind {
    /** A rule that values must keep or that changes them. */
    RULE,
    /** The values of several attributes together are unique. */
    UNIQUE;

    /** The name on the wire and in the catalogue. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same about other attributes. */
  public TypeProperty about(List<String> others) {
    return new TypeProperty(uuid, kind, others, description, definition);
  }

  /** As the wire shows it. */
  public ObjectNode json() {
    ObjectNode node = Json.object().put("uuid", uuid.toString());
    node.set("attributes", Json.tree(attributes));
    if (kind == Kind.RULE) {
      node.put("description", description).set("definition", definition);
    }
    return node;
  }
}
