package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Blank;

/**
 * Puts the values of an input into a document: scalars are set, objects merged, elements of plurals
 * matched by id or primary key and appended when they are new.
 */
final class Merge {
  private static final int MAX_ELEMENTS = 10_000;
  private static final String ID = "id";

  private final Folding folding;
  private final boolean replaces;
  private final boolean keepsIds;
  private final List<ObjectNode> newElements = new ArrayList<>();
  private final List<Part> blanked = new ArrayList<>();
  private final List<Part> touched = new ArrayList<>();

  private Merge(Folding folding, boolean replaces, boolean keepsIds) {
    this.folding = folding;
    this.replaces = replaces;
    this.keepsIds = keepsIds;
  }

  /** Puts values beside those that stay. */
  static Merge adding(Folding folding) {
    return new Merge(folding, false, false);
  }

  /** Puts values into a document that was blanked for them; only ids match elements. */
  static Merge replacing(Folding folding) {
    return new Merge(folding, true, false);
  }

  /** Puts values into a blank document; elements that bring an id keep it. */
  static Merge importing(Folding folding) {
    return new Merge(folding, false, true);
  }

  /** A place in the document: its attribute, its value and its path. */
  record Part(Attribute attribute, JsonNode value, String path) {}

  /** Elements that need an id, in the order of their ids. */
  List<ObjectNode> newElements() {
    return newElements;
  }

  /** Objects and elements that began blank, so that required values may be missing. */
  List<Part> blanked() {
    return blanked;
  }

  /** Plurals with new or changed elements. */
  List<Part> touched() {
    return touched;
  }

  /** Whether one of them has several. */
  boolean hasNeighbours() {
    return touched.stream().anyMatch(it -> it.value().size() > 1);
  }

  void into(Attribute container, ObjectNode target, ObjectNode input, String path) {
    for (Map.Entry<String, JsonNode> member : input.properties()) {
      Attribute attribute = container.child(member.getKey()).orElseThrow();
      set(attribute, target, member.getValue(), path + "/" + member.getKey());
    }
  }

  private void set(Attribute attribute, ObjectNode target, JsonNode value, String at) {
    if (attribute.type() == AttributeType.OBJECT) {
      object(attribute, target, value, at);
    } else if (attribute.type() == AttributeType.PLURAL) {
      plural(attribute, target, value, at);
    } else if (!attribute.reserved()) {
      target.set(attribute.name(), value);
    }
  }

  private void object(Attribute attribute, ObjectNode target, JsonNode value, String at) {
    if (value.isNull()) {
      JsonNode blank = Blank.of(attribute);
      target.set(attribute.name(), blank);
      blanked.add(new Part(attribute, blank, at));
    } else {
      into(attribute, (ObjectNode) target.get(attribute.name()), (ObjectNode) value, at);
    }
  }

  private void plural(Attribute attribute, ObjectNode target, JsonNode value, String at) {
    if (value.isNull()) {
      clear(target, attribute);
      return;
    }
    ArrayNode elements = (ArrayNode) target.get(attribute.name());
    ElementIndex index = new ElementIndex(key(attribute), elements, folding);
    for (JsonNode given : value) {
      element(attribute, elements, index, (ObjectNode) given, at);
    }
    if (elements.size() > MAX_ELEMENTS) {
      throw Violations.constraint(at, "max-elements");
    }
    touched.add(new Part(attribute, elements, at));
  }

  /** What a replacement left in a plural is not the writer's to remove. */
  private void clear(ObjectNode target, Attribute plural) {
    if (!replaces) {
      target.putArray(plural.name());
    }
  }

  private Optional<Attribute> key(Attribute plural) {
    return replaces ? Optional.empty() : plural.primaryKey();
  }

  private void element(
      Attribute plural, ArrayNode elements, ElementIndex index, ObjectNode given, String at) {
    ObjectNode target =
        keepsIds && given.path(ID).isIntegralNumber()
            ? keep(plural, elements, given.get(ID), at)
            : index.find(given, at).orElseGet(() -> append(plural, elements, at));
    into(plural, target, given, at);
    index.add(target);
  }

  private ObjectNode keep(Attribute plural, ArrayNode elements, JsonNode id, String at) {
    ObjectNode fresh = Blank.children(plural);
    fresh.set(ID, id);
    elements.add(fresh);
    blanked.add(new Part(plural, fresh, at));
    return fresh;
  }

  private ObjectNode append(Attribute plural, ArrayNode elements, String at) {
    ObjectNode fresh = Blank.children(plural);
    elements.add(fresh);
    newElements.add(fresh);
    blanked.add(new Part(plural, fresh, at));
    return fresh;
  }
}
