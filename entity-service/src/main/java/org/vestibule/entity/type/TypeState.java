package org.vestibule.entity.type;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vestibule.entity.access.AccessSchemas;
import org.vestibule.entity.rule.TypeProperty;
import org.vestibule.entity.schema.Schema;

/**
 * What an entity type shall be after a change.
 *
 * @param moved where an attribute of before is now, by its path; nothing when it is gone
 * @param isReshaped whether documents of before do not have its form
 * @param retired stored names, with slashes, under which old documents still hold values
 */
public record TypeState(
    Schema schema,
    List<TypeProperty> properties,
    AccessSchemas access,
    int passwordHistory,
    Function<String, Optional<String>> moved,
    boolean isReshaped,
    Optional<String> retired) {

  /** A type as it is. */
  public static TypeState of(EntityType type) {
    return new TypeState(
        type.schema(),
        type.terms().properties(),
        type.access(),
        type.terms().passwordHistory(),
        Optional::of,
        false,
        Optional.empty());
  }

  /** The same with another schema, whose documents have the same form. */
  public TypeState withSchema(Schema other) {
    return new TypeState(other, properties, access, passwordHistory, moved, isReshaped, retired);
  }

  /** The same with other properties. */
  public TypeState withProperties(List<TypeProperty> others) {
    return new TypeState(schema, others, access, passwordHistory, moved, isReshaped, retired);
  }

  /** The same with other access schemas. */
  public TypeState withAccess(AccessSchemas other) {
    return new TypeState(schema, properties, other, passwordHistory, moved, isReshaped, retired);
  }

  /** The same with another length of the history of passwords. */
  public TypeState withPasswordHistory(int length) {
    return new TypeState(schema, properties, access, length, moved, isReshaped, retired);
  }

  /** The same with attributes that came. */
  public TypeState grown(Schema other) {
    return new TypeState(other, properties, access, passwordHistory, moved, true, retired);
  }

  /** The same with attributes that went or have other names. */
  public TypeState shifted(
      Schema other, Function<String, Optional<String>> change, Optional<String> goneKey) {
    return new TypeState(
        other,
        properties.stream().flatMap(it -> shifted(it, change).stream()).toList(),
        access.map(change),
        passwordHistory,
        change,
        true,
        goneKey);
  }

  /** A rule loses what is gone and ends with its last attribute; uniqueness needs them all. */
  private static Optional<TypeProperty> shifted(
      TypeProperty property, Function<String, Optional<String>> change) {
    List<String> left =
        property.attributes().stream().flatMap(it -> change.apply(it).stream()).toList();
    boolean ends =
        property.kind() == TypeProperty.Kind.UNIQUE
            ? left.size() < property.attributes().size()
            : left.isEmpty() && !property.attributes().isEmpty();
    return ends ? Optional.empty() : Optional.of(property.about(left));
  }
}
