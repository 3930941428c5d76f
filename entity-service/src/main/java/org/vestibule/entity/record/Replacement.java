package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vestibule.entity.rule.Rules;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Schema;

/**
 * The place of a record whose content is replaced. Before the new content comes, everything there
 * becomes blank that the writer may change; elements that are given again by their id stay, and so
 * do those with attributes that the writer may not change.
 *
 * @param rules of the type, by which some values are written only once
 */
public record Replacement(Schema writable, Target place, Rules rules) {

  /** Blanks the place and returns it, so that its required values can be checked afterwards. */
  Optional<Merge.Part> blank(Schema schema, ObjectNode doc, ObjectNode given) {
    Side root = new Side(writable.root(), schema.root());
    return at(place.located().path().steps(), root, doc, given, "");
  }

  private static Optional<Merge.Part> at(
      List<AttributePath.Step> steps, Side side, ObjectNode node, JsonNode given, String path) {
    if (steps.isEmpty()) {
      children(side, node, given);
      return Optional.of(new Merge.Part(side.writable(), node, path));
    }
    AttributePath.Step step = steps.get(0);
    Side next = side.child(step.name());
    String at = path + "/" + step.name();
    JsonNode below = given.path(step.name());
    List<AttributePath.Step> rest = steps.subList(1, steps.size());
    if (step.selects()) {
      JsonNode same = byId(below).getOrDefault(step.elementId(), MissingNode.getInstance());
      return Optional.ofNullable(byId(node.path(step.name())).get(step.elementId()))
          .flatMap(element -> at(rest, next, (ObjectNode) element, same, at));
    }
    return next.writable().type() == AttributeType.OBJECT
        ? at(rest, next, (ObjectNode) node.get(step.name()), below, at)
        : last(next, node, below, at);
  }

  private static Optional<Merge.Part> last(
      Side side, ObjectNode parent, JsonNode given, String path) {
    value(side, parent, given);
    JsonNode blank = parent.get(side.writable().name());
    return blank.isArray()
        ? Optional.of(new Merge.Part(side.writable(), blank, path))
        : Optional.empty();
  }

  private static void children(Side side, ObjectNode node, JsonNode given) {
    for (Attribute child : side.writable().children().values()) {
      if (!child.reserved()) {
        value(side.child(child.name()), node, given.path(child.name()));
      }
    }
  }

  private static void value(Side side, ObjectNode parent, JsonNode given) {
    Attribute attribute = side.writable();
    JsonNode present = parent.get(attribute.name());
    if (attribute.type() == AttributeType.OBJECT) {
      children(side, (ObjectNode) present, given);
    } else if (attribute.type() == AttributeType.PLURAL) {
      elements(side, present.iterator(), byId(given));
    } else if (!attribute.reserved()) {
      parent.putNull(attribute.name());
    }
  }

  private static void elements(Side side, Iterator<JsonNode> present, Map<Long, JsonNode> given) {
    while (present.hasNext()) {
      ObjectNode element = (ObjectNode) present.next();
      JsonNode same = given.get(element.path("id").longValue());
      if (same == null && side.isWhole()) {
        present.remove();
      } else {
        children(side, element, same == null ? MissingNode.getInstance() : same);
      }
    }
  }

  private static Map<Long, JsonNode> byId(JsonNode elements) {
    Map<Long, JsonNode> byId = new HashMap<>();
    elements.forEach(it -> byId.put(it.path("id").longValue(), it));
    return byId;
  }

  /** An attribute as the writer may change it and as it is. */
  private record Side(Attribute writable, Attribute whole) {
    Side child(String name) {
      return new Side(writable.child(name).orElseThrow(), whole.child(name).orElseThrow());
    }

    boolean isWhole() {
      return writable.equals(whole);
    }
  }
}
