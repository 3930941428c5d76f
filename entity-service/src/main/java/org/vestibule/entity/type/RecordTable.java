package org.vestibule.entity.type;

import java.util.ArrayList;
import java.util.List;
import org.vestibule.entity.filter.AttributeSql;

/** Names and definitions of the table of an entity type; made from numbers of the catalogue. */
final class RecordTable {
  private static final String TABLE =
      """
      CREATE TABLE %1$s (
        id             bigint PRIMARY KEY,
        uuid           uuid NOT NULL UNIQUE,
        created        timestamptz(6) NOT NULL,
        last_updated   timestamptz(6) NOT NULL,
        schema_version integer NOT NULL,
        doc            jsonb NOT NULL,
        passwords      jsonb
      )
      """;

  private RecordTable() {}

  static String name(long typeId) {
    return "record_" + typeId;
  }

  static String sequence(long applicationNumber) {
    return "record_id_" + applicationNumber;
  }

  static String index(long typeId, int attributeId) {
    return name(typeId) + "_" + attributeId;
  }

  /** The statements that make the table with its indexes. */
  static List<String> definition(long typeId, List<AttributeIndex> indexes) {
    String table = name(typeId);
    List<String> statements = new ArrayList<>();
    statements.add(TABLE.formatted(table));
    statements.add("CREATE INDEX %1$s_created ON %1$s (created)".formatted(table));
    statements.add("CREATE INDEX %1$s_last_updated ON %1$s (last_updated)".formatted(table));
    for (AttributeIndex index : indexes) {
      if (index.kind() != AttributeIndex.Kind.ROWS) {
        statements.add(definition(typeId, index));
      }
    }
    return statements;
  }

  private static String definition(long typeId, AttributeIndex index) {
    return "CREATE %sINDEX %s ON %s ((%s))"
        .formatted(
            index.kind() == AttributeIndex.Kind.UNIQUE ? "UNIQUE " : "",
            index(typeId, index.attributeId()),
            name(typeId),
            AttributeSql.indexed(index.located()));
  }
}
