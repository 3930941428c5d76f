package org.vestibule.entity.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;
import org.vestibule.platform.json.Json;

/** Finds the places of an input that a rule is about. */
final class RulePlaces {
  private RulePlaces() {}

  /** Is shown the container of a value, its name, and whether nothing there counts as null. */
  interface Visitor {
    void at(ObjectNode parent, String name, boolean wanted);
  }

  /** The attributes that a rule names, or all that fit it. */
  static List<Located> of(Schema schema, List<String> paths, RuleTree rule) {
    if (!paths.isEmpty()) {
      return paths.stream().map(path -> Located.in(schema, path)).toList();
    }
    List<Located> fitting = new ArrayList<>();
    collect(schema, schema.root(), "", rule, fitting);
    return fitting;
  }

  private static void collect(
      Schema schema, Attribute container, String path, RuleTree rule, List<Located> fitting) {
    for (Attribute child : container.children().values()) {
      String at = path + "/" + child.name();
      if (!child.reserved() && rule.fits(child.type())) {
        fitting.add(Located.in(schema, at));
      }
      collect(schema, child, at, rule, fitting);
    }
  }

  /**
   * Walks to every place.
   *
   * @param isNew whether the input is a whole record, so that what it lacks is null
   * @param fills whether objects that the input lacks are made
   */
  static void visit(
      Located located, ObjectNode values, boolean isNew, boolean fills, Visitor visitor) {
    walk(located.hops(), values, isNew, fills, visitor);
  }

  private static void walk(
      List<Attribute> hops, ObjectNode at, boolean isNew, boolean fills, Visitor visitor) {
    String name = hops.get(0).name();
    if (hops.size() == 1) {
      visitor.at(at, name, isNew);
      return;
    }
    List<Attribute> below = hops.subList(1, hops.size());
    JsonNode next = at.get(name);
    if (hops.get(0).type() == AttributeType.PLURAL) {
      elements(next).forEach(it -> walk(below, it, isNew || !it.has("id"), fills, visitor));
    } else if (next instanceof ObjectNode object) {
      walk(below, object, isNew, fills, visitor);
    } else if (next == null && isNew) {
      ObjectNode missing = Json.object();
      walk(below, missing, true, fills, visitor);
      if (fills && !missing.isEmpty()) {
        at.set(name, missing);
      }
    }
  }

  private static List<ObjectNode> elements(JsonNode plural) {
    List<ObjectNode> elements = new ArrayList<>();
    if (plural != null) {
      plural.forEach(it -> elements.add((ObjectNode) it));
    }
    return elements;
  }

  /** Takes out of an input what the record has a value for already. */
  static void forget(Located located, ObjectNode values, JsonNode before) {
    withStored(located.hops(), values, before, (at, name, stored) -> at.remove(name));
  }

  /** Puts back into a document what the record has a value for. */
  static void keep(Located located, ObjectNode doc, JsonNode before) {
    withStored(located.hops(), doc, before, (at, name, stored) -> at.set(name, stored));
  }

  /** Is shown the container of a value, its name, and the stored value. */
  private interface StoredVisitor {
    void at(ObjectNode parent, String name, JsonNode stored);
  }

  private static void withStored(
      List<Attribute> hops, ObjectNode at, JsonNode before, StoredVisitor visitor) {
    String name = hops.get(0).name();
    JsonNode stored = before.path(name);
    if (hops.size() == 1) {
      if (!stored.isNull() && !stored.isMissingNode()) {
        visitor.at(at, name, stored);
      }
      return;
    }
    List<Attribute> below = hops.subList(1, hops.size());
    if (hops.get(0).type() == AttributeType.PLURAL) {
      elements(at.get(name)).forEach(it -> withStored(below, it, element(stored, it), visitor));
    } else if (at.get(name) instanceof ObjectNode object) {
      withStored(below, object, stored, visitor);
    }
  }

  private static JsonNode element(JsonNode stored, ObjectNode given) {
    for (JsonNode element : stored) {
      if (given.has("id") && element.path("id").asLong() == given.path("id").asLong()) {
        return element;
      }
    }
    return Json.object();
  }
}
