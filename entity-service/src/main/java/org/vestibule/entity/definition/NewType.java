package org.vestibule.entity.definition;

import com.fasterxml.jackson.databind.JsonNode;
import org.vestibule.entity.schema.Schema;

/** Reads the schema of an entity type that is to be made (entity.md 12.3). */
public final class NewType {
  private NewType() {}

  /** The schema with the reserved attributes; 200, 233 or 234 when it cannot be. */
  public static Schema schema(JsonNode definitions) {
    Schema schema = Schema.of(Definitions.ofType(definitions));
    SchemaEdits.requireSize(schema.root(), "attr_defs");
    return schema;
  }
}
