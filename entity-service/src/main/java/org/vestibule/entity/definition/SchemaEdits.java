package org.vestibule.entity.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;

/** Puts attributes into schemas, takes them out and changes them. */
final class SchemaEdits {
  private static final int MOST_ATTRIBUTES = 2_000;

  private SchemaEdits() {}

  /** A schema with one more child in a container. */
  static Schema add(Schema schema, Place container, Attribute fresh) {
    if (container.containerOf(schema).child(fresh.name()).isPresent()) {
      throw Violations.attributeExists(container.path() + "/" + fresh.name());
    }
    Schema grown =
        change(
            schema,
            container,
            it -> {
              List<Attribute> children = new ArrayList<>(it.children().values());
              children.add(fresh);
              return it.withChildren(children);
            });
    requireSize(grown.root(), "attr_def");
    return grown;
  }

  /** A schema without an attribute; 200 when nothing would be left around it. */
  static Schema remove(Schema schema, Place gone) {
    Attribute parent = gone.parent().containerOf(schema);
    boolean isLast =
        !gone.parent().isRoot()
            && parent.children().values().stream().filter(it -> !it.reserved()).count() == 1;
    if (isLast) {
      throw Violations.invalidArgument(
          "attribute_name", "nothing would be left in " + gone.parent().path());
    }
    return change(
        schema,
        gone.parent(),
        it ->
            it.withChildren(
                it.children().values().stream()
                    .filter(child -> !child.name().equals(gone.attribute().name()))
                    .toList()));
  }

  /** A schema with another form of an attribute, at its place. */
  static Schema replace(Schema schema, Place place, Attribute other) {
    return change(
        schema,
        place.parent(),
        it ->
            it.withChildren(
                it.children().values().stream()
                    .map(child -> child.name().equals(place.attribute().name()) ? other : child)
                    .toList()));
  }

  static void requireSize(Attribute root, String argument) {
    if (size(root) > MOST_ATTRIBUTES) {
      throw Violations.invalidArgument(argument, "a type has at most 2000 attributes");
    }
  }

  private static int size(Attribute attribute) {
    return attribute.children().values().stream().mapToInt(it -> 1 + size(it)).sum();
  }

  /** The stored names from the root to an attribute. */
  static String keyPath(Located located) {
    return located.keys().stream().collect(Collectors.joining("/"));
  }

  private static Schema change(Schema schema, Place place, UnaryOperator<Attribute> change) {
    return new Schema(below(schema.root(), place.located().names(), change));
  }

  private static Attribute below(
      Attribute at, List<String> names, UnaryOperator<Attribute> change) {
    if (names.isEmpty()) {
      return change.apply(at);
    }
    List<Attribute> children =
        at.children().values().stream()
            .map(
                it ->
                    it.name().equals(names.get(0))
                        ? below(it, names.subList(1, names.size()), change)
                        : it)
            .toList();
    return at.withChildren(children);
  }

  /** Where paths are after an attribute moved or went, those below it too. */
  static Optional<String> moved(String path, String from, Optional<String> to) {
    boolean concerned = path.equals(from) || path.startsWith(from + "/");
    return concerned ? to.map(it -> it + path.substring(from.length())) : Optional.of(path);
  }
}
