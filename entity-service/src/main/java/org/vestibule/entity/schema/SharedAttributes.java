package org.vestibule.entity.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the attributes that two schemas of one entity type share. An attribute is known by where
 * its values are stored, for its name may have been another's.
 */
public final class SharedAttributes {
  private SharedAttributes() {}

  /** The part of a schema that another one has too, under the names of the first. */
  public static Schema of(Schema schema, Schema other) {
    return new Schema(part(schema.root(), other.root()));
  }

  private static Attribute part(Attribute container, Attribute other) {
    List<Attribute> kept = new ArrayList<>();
    for (Attribute child : container.children().values()) {
      counterpart(child, other)
          .map(it -> child.type().isContainer() ? part(child, it) : child)
          .ifPresent(kept::add);
    }
    return container.withChildren(kept);
  }

  private static Optional<Attribute> counterpart(Attribute child, Attribute other) {
    return other.children().values().stream()
        .filter(it -> it.key().equals(child.key()) && it.type() == child.type())
        .findFirst();
  }
}
