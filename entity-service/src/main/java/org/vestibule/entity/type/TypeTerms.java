package org.vestibule.entity.type;

import java.util.List;
import org.vestibule.entity.rule.Rules;
import org.vestibule.entity.rule.TypeProperty;
import org.vestibule.entity.schema.Schema;

/**
 * What holds for the records of a type beside its attributes.
 *
 * @param passwordHistory how many of the last passwords may not come again, the current one
 *     included; 0 for none
 * @param isStoredByName whether documents have the names of the schema
 * @param tightening what writers keep beside the schema
 */
public record TypeTerms(
    List<TypeProperty> properties,
    Rules rules,
    int passwordHistory,
    boolean isStoredByName,
    Tightening tightening) {
  /** Copies the properties. */
  public TypeTerms {
    properties = List.copyOf(properties);
  }

  /** The terms of properties that are stored. */
  public static TypeTerms of(Schema schema, List<TypeProperty> properties, int passwordHistory) {
    return new TypeTerms(
        properties,
        Rules.of(schema, properties),
        passwordHistory,
        schema.isStoredByName(),
        new Tightening(0, schema));
  }

  /** The same for writers that keep a schema which the type may have next. */
  TypeTerms tightened(Tightening other) {
    return new TypeTerms(properties, rules, passwordHistory, isStoredByName, other);
  }
}
