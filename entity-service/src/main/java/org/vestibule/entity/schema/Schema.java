package org.vestibule.entity.schema;

import java.util.ArrayList;
import java.util.List;

/** The attributes of an entity type as a tree whose root is the record. */
public record Schema(Attribute root) {
  /** A schema of the given attributes with the reserved ones in front. */
  public static Schema of(List<Attribute> attributes) {
    List<Attribute> all = new ArrayList<>(Reserved.OF_RECORD);
    attributes.stream().filter(it -> !Reserved.isName(it.name())).forEach(all::add);
    return new Schema(Attribute.container("", AttributeType.OBJECT, all));
  }

  /** Whether the document of a record has the names of the schema at every level. */
  public boolean isStoredByName() {
    return !root.anyMatch(it -> !it.key().equals(it.name()));
  }
}
