package org.vestibule.entity.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One node of a schema: a named value, object or plural; the root of a schema is an object without
 * a name.
 *
 * @param key the name under which values are stored; another than the name once the attribute was
 *     renamed, or took the place of a removed one whose values are still being cleared away
 * @param typeName the type as the schema's author wrote it, for example {@code password-bcrypt}
 * @param length largest number of code points, null for unlimited
 * @param reserved set by the server, not by writers
 */
public record Attribute(
    String name,
    String key,
    String typeName,
    AttributeType type,
    Integer length,
    boolean caseSensitive,
    Set<Constraint> constraints,
    Set<Feature> features,
    String description,
    boolean reserved,
    Map<String, Attribute> children) {

  /** Copies the collections, keeping the order of the children. */
  public Attribute {
    constraints = Set.copyOf(constraints);
    features = Set.copyOf(features);
    children = Collections.unmodifiableMap(new LinkedHashMap<>(children));
  }

  /** The child of a name. */
  public Optional<Attribute> child(String childName) {
    return Optional.ofNullable(children.get(childName));
  }

  /** Whether values must meet a condition. */
  public boolean has(Constraint constraint) {
    return constraints.contains(constraint);
  }

  /** Whether the attribute has an ability. */
  public boolean has(Feature feature) {
    return features.contains(feature);
  }

  /** Whether equal values may differ in case. */
  public boolean folds() {
    return type == AttributeType.STRING && !caseSensitive;
  }

  /** The child by which elements of this plural may be addressed. */
  public Optional<Attribute> primaryKey() {
    return children.values().stream().filter(it -> it.has(Feature.PRIMARY_KEY)).findFirst();
  }

  /** Whether this attribute or one below it meets a condition. */
  public boolean anyMatch(Predicate<Attribute> condition) {
    return condition.test(this)
        || children.values().stream().anyMatch(it -> it.anyMatch(condition));
  }

  /** This attribute with other children. */
  public Attribute withChildren(Collection<Attribute> others) {
    return with(name, key, constraints, description, byName(others));
  }

  /** This attribute with other constraints. */
  public Attribute withConstraints(Set<Constraint> others) {
    return with(name, key, others, description, children);
  }

  /** This attribute with another description, null for none. */
  public Attribute withDescription(String other) {
    return with(name, key, constraints, other, children);
  }

  /** This attribute under another name, its values where they are. */
  public Attribute renamed(String other) {
    return with(other, key, constraints, description, children);
  }

  /** This attribute with its values stored under a name of their own. */
  public Attribute storedAs(String other) {
    return with(name, other, constraints, description, children);
  }

  private Attribute with(
      String newName,
      String newKey,
      Set<Constraint> newConstraints,
      String newDescription,
      Map<String, Attribute> newChildren) {
    return new Attribute(
        newName,
        newKey,
        typeName,
        type,
        length,
        caseSensitive,
        newConstraints,
        features,
        newDescription,
        reserved,
        newChildren);
  }

  /** An object or plural around the given children. */
  public static Attribute container(String name, AttributeType type, List<Attribute> children) {
    List<Attribute> all = new ArrayList<>(children);
    if (type == AttributeType.PLURAL) {
      all.add(0, Reserved.ELEMENT_ID);
    }
    String typeName = type == AttributeType.PLURAL ? "plural" : "object";
    return new Attribute(
        name, name, typeName, type, null, true, Set.of(), Set.of(), null, false, byName(all));
  }

  /** A single value, stored under its name. */
  public static Attribute scalar(
      String name,
      String typeName,
      Integer length,
      boolean caseSensitive,
      Set<Constraint> constraints,
      Set<Feature> features) {
    return new Attribute(
        name,
        name,
        typeName,
        AttributeType.of(typeName).orElseThrow(),
        length,
        caseSensitive,
        constraints,
        features,
        null,
        false,
        Map.of());
  }

  static Map<String, Attribute> byName(Collection<Attribute> attributes) {
    Map<String, Attribute> map = new LinkedHashMap<>();
    attributes.forEach(it -> map.put(it.name(), it));
    return map;
  }
}
