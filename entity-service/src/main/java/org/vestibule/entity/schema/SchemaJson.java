package org.vestibule.entity.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.vestibule.platform.json.Json;

/** Attribute definitions as JSON, the wire form and the stored form of a schema. */
public final class SchemaJson {
  private static final String KEY = "key";

  private SchemaJson() {}

  /** The definitions of all attributes, the reserved ones in front. */
  public static ArrayNode write(Schema schema) {
    return definitions(schema.root(), false);
  }

  /** The same with the names under which values are stored, for the catalogue only. */
  public static ArrayNode stored(Schema schema) {
    return definitions(schema.root(), true);
  }

  /** The schema of definitions that {@link #write} or {@link #stored} made. */
  public static Schema read(JsonNode definitions) {
    return Schema.of(children(definitions));
  }

  private static ArrayNode definitions(Attribute parent, boolean withKeys) {
    ArrayNode array = Json.array();
    parent.children().values().stream()
        .filter(it -> !(parent.type() == AttributeType.PLURAL && it.reserved()))
        .forEach(it -> array.add(definition(it, withKeys)));
    return array;
  }

  private static ObjectNode definition(Attribute attribute, boolean withKeys) {
    ObjectNode node = Json.object().put("name", attribute.name()).put("type", attribute.typeName());
    if (withKeys && !attribute.key().equals(attribute.name())) {
      node.put(KEY, attribute.key());
    }
    if (attribute.description() != null) {
      node.put("description", attribute.description());
    }
    if (attribute.type() == AttributeType.STRING) {
      node.put("length", attribute.length()).put("case-sensitive", attribute.caseSensitive());
    }
    names(node, "constraints", Constraint.values(), attribute::has, Constraint::wireName);
    names(node, "features", Feature.values(), attribute::has, Feature::wireName);
    if (attribute.type().isContainer()) {
      node.set("attr_defs", definitions(attribute, withKeys));
    }
    return node;
  }

  private static <T> void names(
      ObjectNode node, String member, T[] all, Predicate<T> has, Function<T, String> name) {
    List<String> present = Arrays.stream(all).filter(has).map(name).toList();
    if (!present.isEmpty()) {
      ArrayNode array = node.putArray(member);
      present.forEach(array::add);
    }
  }

  private static List<Attribute> children(JsonNode definitions) {
    List<Attribute> children = new ArrayList<>();
    definitions.forEach(it -> children.add(attribute(it)));
    return children;
  }

  private static Attribute attribute(JsonNode node) {
    String name = node.path("name").asText();
    String typeName = node.path("type").asText();
    AttributeType type = AttributeType.of(typeName).orElseThrow();
    Attribute attribute =
        (type.isContainer()
                ? Attribute.container(name, type, children(node.path("attr_defs")))
                : scalar(node, name, typeName))
            .withDescription(node.path("description").textValue());
    return node.has(KEY) ? attribute.storedAs(node.path(KEY).textValue()) : attribute;
  }

  private static Attribute scalar(JsonNode node, String name, String typeName) {
    return Attribute.scalar(
        name,
        typeName,
        node.path("length").isInt() ? node.path("length").intValue() : null,
        node.path("case-sensitive").asBoolean(true),
        set(node.path("constraints"), Constraint::of),
        set(node.path("features"), Feature::of));
  }

  private static <T> Set<T> set(JsonNode names, Function<String, Optional<T>> lookUp) {
    Stream<JsonNode> all = StreamSupport.stream(names.spliterator(), false);
    return all.map(it -> lookUp.apply(it.asText()).orElseThrow()).collect(Collectors.toSet());
  }
}
