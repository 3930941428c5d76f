package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;
import org.vestibule.platform.json.Json;

/** One place of a record that a call is about, as {@code attribute_name} says it. */
public record Target(Located located) {
  private static final String ARGUMENT = "attribute_name";

  /** Reads a path; without one the place is the record itself. */
  public static Target parse(String text, Schema schema) {
    AttributePath path =
        AttributePath.parse(text == null ? "" : text)
            .orElseThrow(() -> Violations.unknownAttribute("/" + text));
    Located located =
        Located.in(schema, path).orElseThrow(() -> Violations.unknownAttribute(path.wireName()));
    if (!located.selectsOnlyInPlurals() || located.passesManyElements()) {
      throw Violations.invalidArgument(ARGUMENT, "it does not name one place of a record");
    }
    return new Target(located);
  }

  /** Whether this is the record itself. */
  public boolean isRecord() {
    return located.hops().isEmpty();
  }

  /** Whether this is one element of a plural. */
  public boolean isElement() {
    return !isRecord() && last().selects();
  }

  /** The attribute at the place. */
  public Attribute attribute() {
    return located.target().orElseThrow();
  }

  /** The name of the place in the column of passwords. */
  String passwordKey() {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < located.hops().size(); i++) {
      AttributePath.Step step = located.path().steps().get(i);
      key.append('/').append(located.hops().get(i).key());
      key.append(step.selects() ? "#" + step.elementId() : "");
    }
    return key.toString();
  }

  /** The value at the place of a complete record. */
  JsonNode in(JsonNode record) {
    JsonNode at = record;
    for (AttributePath.Step step : located.path().steps()) {
      at = step.selects() ? element(at.path(step.name()), step) : at.path(step.name());
    }
    return at;
  }

  /** Removes the element at the place. */
  void removeFrom(JsonNode record) {
    JsonNode element = in(record);
    List<AttributePath.Step> steps = located.path().steps();
    AttributePath parent = new AttributePath(steps.subList(0, steps.size() - 1));
    JsonNode holder =
        new Target(new Located(parent, located.hops().subList(0, parent.steps().size())))
            .in(record);
    Iterator<JsonNode> siblings = holder.path(last().name()).iterator();
    while (siblings.hasNext()) {
      if (siblings.next() == element) {
        siblings.remove();
      }
    }
  }

  /** The value as an input for the whole record. */
  public JsonNode wrap(JsonNode value) {
    JsonNode wrapped = isElement() || !isPlural() ? value : listed(value);
    for (int i = located.hops().size() - 1; i >= 0; i--) {
      wrapped = around(located.path().steps().get(i), wrapped);
    }
    return wrapped;
  }

  /** An input that empties the place. */
  ObjectNode cleared() {
    return (ObjectNode) wrap(NullNode.getInstance());
  }

  private boolean isPlural() {
    return !isRecord() && attribute().type() == AttributeType.PLURAL;
  }

  private static JsonNode listed(JsonNode value) {
    return value.isObject() ? Json.array().add(value) : value;
  }

  private static JsonNode around(AttributePath.Step step, JsonNode value) {
    ObjectNode parent = Json.object();
    if (!step.selects()) {
      return parent.set(step.name(), value);
    }
    if (!value.isObject()) {
      throw Violations.invalidJsonType("/" + step.name());
    }
    ObjectNode element = value.deepCopy();
    ArrayNode elements = parent.putArray(step.name());
    elements.add(element.put("id", step.elementId()));
    return parent;
  }

  private AttributePath.Step last() {
    return located.path().steps().get(located.path().steps().size() - 1);
  }

  private JsonNode element(JsonNode elements, AttributePath.Step step) {
    for (JsonNode element : elements) {
      if (element.path("id").asLong() == step.elementId()) {
        return element;
      }
    }
    throw Violations.elementNotFound(located.path().wireName(), step.elementId());
  }
}
