package org.vestibule.entity.type;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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

  /** What records were before their changes; goes with the record, also when two go at once. */
  private static final String VERSIONS =
      """
      CREATE TABLE %2$s (
        record_id bigint NOT NULL REFERENCES %1$s (id) ON DELETE CASCADE,
        since     timestamptz(6) NOT NULL,
        until     timestamptz(6) NOT NULL,
        doc       jsonb NOT NULL,
        PRIMARY KEY (record_id, since)
      )
      """;

  private RecordTable() {}

  static String name(long typeId) {
    return "record_" + typeId;
  }

  static String versions(long typeId) {
    return "version_" + typeId;
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
    statements.add(VERSIONS.formatted(table, versions(typeId)));
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
    return "CREATE %sINDEX %s".formatted(unique(index), definitionOf(typeId, index));
  }

  /** The statement that makes an index while the table is written to. */
  static String concurrently(long typeId, AttributeIndex index) {
    return "CREATE %sINDEX CONCURRENTLY %s".formatted(unique(index), definitionOf(typeId, index));
  }

  /** The statement that removes an index while the table is written to. */
  static String removal(long typeId, int attributeId) {
    return "DROP INDEX CONCURRENTLY IF EXISTS " + index(typeId, attributeId);
  }

  private static String unique(AttributeIndex index) {
    return index.kind().isUnique() ? "UNIQUE " : "";
  }

  private static String definitionOf(long typeId, AttributeIndex index) {
    return "%s ON %s (%s)"
        .formatted(index(typeId, index.attributeId()), name(typeId), expressions(index));
  }

  /** The values that an index is about. */
  static String expressions(AttributeIndex index) {
    return index.parts().stream()
        .map(it -> "(" + AttributeSql.indexed(it) + ")")
        .collect(Collectors.joining(", "));
  }
}
