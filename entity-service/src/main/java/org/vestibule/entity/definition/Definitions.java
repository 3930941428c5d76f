package org.vestibule.entity.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.vestibule.entity.credential.PasswordType;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Constraint;
import org.vestibule.entity.schema.Feature;
import org.vestibule.entity.schema.Reserved;

/** Reads attribute definitions that a client gives (entity.md 4.1). */
final class Definitions {
  private static final int DEEPEST = 10;
  static final int LONGEST_NAME = 255;

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final Set<AttributeType> OF_THE_SERVER =
      Set.of(AttributeType.ID, AttributeType.UUID);

  private final String argument;

  private Definitions(String argument) {
    this.argument = argument;
  }

  /** The attributes of a new type; reserved ones may be repeated as they are. */
  static List<Attribute> ofType(JsonNode definitions) {
    Definitions reader = new Definitions("attr_defs");
    List<JsonNode> given = new ArrayList<>();
    reader.array(definitions, "it is not a list of definitions").forEach(given::add);
    given.removeIf(Definitions::repeatsReserved);
    return reader.siblings(given, Parent.RECORD);
  }

  /** One attribute that is put below a place. */
  static Attribute ofAttribute(JsonNode definition, String name, Place place) {
    return new Definitions("attr_def").attribute(definition, name, Parent.of(place));
  }

  /** The name of a definition, which may be a path. */
  static String name(JsonNode definition) {
    String name = definition.path("name").textValue();
    if (name == null || name.isBlank()) {
      throw Violations.invalidArgument("attr_def", "it has no name");
    }
    return name;
  }

  /** The constraints of an attribute after a change. */
  static Set<Constraint> constraints(JsonNode names, Attribute attribute, Place place) {
    Definitions reader = new Definitions("constraints");
    Set<Constraint> constraints = reader.constraints(names);
    Parent parent = Parent.of(place.parent());
    reader.requireFit(attribute.type(), constraints, parent);
    reader.requireKey(attribute.has(Feature.PRIMARY_KEY), constraints, parent);
    return constraints;
  }

  private static boolean repeatsReserved(JsonNode definition) {
    return Reserved.OF_RECORD.stream()
        .anyMatch(
            it ->
                it.name().equals(definition.path("name").textValue())
                    && it.typeName().equals(definition.path("type").textValue()));
  }

  private List<Attribute> siblings(Iterable<JsonNode> definitions, Parent parent) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (JsonNode definition : definitions) {
      Attribute attribute = attribute(definition, definition.path("name").textValue(), parent);
      if (attributes.put(attribute.name(), attribute) != null) {
        throw Violations.attributeExists(parent.pathOf(attribute.name()));
      }
    }
    return List.copyOf(attributes.values());
  }

  private Attribute attribute(JsonNode definition, String name, Parent parent) {
    if (name == null || name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      throw invalid("an attribute has no name, or one that is not allowed");
    }
    if (parent.isReserved(name)) {
      throw Violations.reservedAttribute(parent.pathOf(name));
    }
    if (parent.depth() >= DEEPEST) {
      throw invalid("attributes are nested too deep");
    }
    AttributeType type = type(definition.path("type").textValue());
    return type.isContainer()
        ? container(definition, name, type, parent)
        : scalar(definition, name, type, parent);
  }

  private AttributeType type(String name) {
    return AttributeType.of(name == null ? "" : name)
        .filter(type -> !OF_THE_SERVER.contains(type))
        .filter(type -> type != AttributeType.PASSWORD || isPassword(name))
        .orElseThrow(() -> invalid("there is no type " + name));
  }

  private static boolean isPassword(String name) {
    return name.equals("password") || PasswordType.of(name).isPresent();
  }

  private Attribute container(JsonNode definition, String name, AttributeType type, Parent parent) {
    JsonNode children = array(definition.get("attr_defs"), name + " has no attr_defs");
    if (children.isEmpty()) {
      throw invalid(name + " has no attributes");
    }
    requireFit(type, constraints(definition.path("constraints")), parent);
    return Attribute.container(name, type, siblings(children, parent.child(name, type)))
        .withDescription(text(definition, "description"));
  }

  private Attribute scalar(JsonNode definition, String name, AttributeType type, Parent parent) {
    Set<Constraint> constraints = constraints(definition.path("constraints"));
    requireFit(type, constraints, parent);
    Set<Feature> features = features(definition.path("features"), type);
    requireKey(features.contains(Feature.PRIMARY_KEY), constraints, parent);
    return Attribute.scalar(
            name,
            definition.path("type").textValue(),
            length(definition.path("length"), type),
            caseSensitive(definition.path("case-sensitive")),
            constraints,
            features)
        .withDescription(text(definition, "description"));
  }

  private Integer length(JsonNode given, AttributeType type) {
    if (given.isMissingNode() || given.isNull()) {
      return null;
    }
    if (type != AttributeType.STRING || !given.canConvertToInt() || given.intValue() < 1) {
      throw invalid("a length is a positive number, for strings only");
    }
    return given.intValue();
  }

  private boolean caseSensitive(JsonNode given) {
    if (!given.isMissingNode() && !given.isNull() && !given.isBoolean()) {
      throw invalid("case-sensitive is true or false");
    }
    return given.asBoolean(true);
  }

  private String text(JsonNode definition, String member) {
    JsonNode given = definition.path(member);
    if (!given.isMissingNode() && !given.isNull() && !given.isTextual()) {
      throw invalid("a " + member + " is a text");
    }
    return given.textValue();
  }

  private Set<Constraint> constraints(JsonNode names) {
    return NameSets.read(names, Constraint::of, argument, "constraint");
  }

  private Set<Feature> features(JsonNode names, AttributeType type) {
    Set<Feature> features = NameSets.read(names, Feature::of, argument, "feature");
    if (!features.isEmpty() && !type.isComparable()) {
      throw invalid("values of this type cannot be searched");
    }
    return features;
  }

  private void requireFit(AttributeType type, Set<Constraint> constraints, Parent parent) {
    for (Constraint constraint : constraints) {
      if (!fits(constraint, type, parent)) {
        throw invalid("the constraint " + constraint.wireName() + " does not fit the attribute");
      }
    }
  }

  private static boolean fits(Constraint constraint, AttributeType type, Parent parent) {
    return switch (constraint) {
      case REQUIRED -> !type.isContainer() && type != AttributeType.JSON;
      case UNIQUE -> type.isComparable();
      case LOCALLY_UNIQUE -> type.isComparable() && parent.isBelowPlural();
      default -> type == AttributeType.STRING;
    };
  }

  private void requireKey(boolean isKey, Set<Constraint> constraints, Parent parent) {
    boolean fits =
        parent.isPlural()
            && constraints.contains(Constraint.REQUIRED)
            && (constraints.contains(Constraint.UNIQUE)
                || constraints.contains(Constraint.LOCALLY_UNIQUE));
    if (isKey && !fits) {
      throw invalid("a primary-key is required and unique in a plural");
    }
  }

  private JsonNode array(JsonNode given, String reason) {
    if (given == null || !given.isArray()) {
      throw invalid(reason);
    }
    return given;
  }

  private RuntimeException invalid(String reason) {
    return Violations.invalidArgument(argument, reason);
  }
}
