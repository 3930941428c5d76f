package org.vestibule.entity.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The attributes that every record has and the server sets. */
public final class Reserved {
  /** Number of a record, unique in its application. */
  public static final Attribute ID =
      reserved("id", AttributeType.ID, "simple identifier for this entity");

  /** Name of a record, unique everywhere. */
  public static final Attribute UUID =
      reserved("uuid", AttributeType.UUID, "globally unique identifier for this entity");

  /** Time of creation. */
  public static final Attribute CREATED =
      reserved("created", AttributeType.DATE_TIME, "when this entity was created");

  /** Time of the last write. */
  public static final Attribute LAST_UPDATED =
      reserved("lastUpdated", AttributeType.DATE_TIME, "when this entity was last updated");

  /** All of a record, in the order of a schema. */
  public static final List<Attribute> OF_RECORD = List.of(ID, UUID, CREATED, LAST_UPDATED);

  /** Number of an element of a plural, unique in its application. */
  static final Attribute ELEMENT_ID = reserved("id", AttributeType.ID, null);

  private Reserved() {}

  /** Whether an attribute of a record has this name. */
  public static boolean isName(String name) {
    return OF_RECORD.stream().anyMatch(it -> it.name().equals(name));
  }

  private static Attribute reserved(String name, AttributeType type, String description) {
    String typeName = type == AttributeType.DATE_TIME ? "dateTime" : name;
    return new Attribute(
        name, name, typeName, type, null, true, Set.of(), Set.of(), description, true, Map.of());
  }
}
