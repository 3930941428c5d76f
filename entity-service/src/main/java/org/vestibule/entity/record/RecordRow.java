package org.vestibule.entity.record;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.entity.filter.SqlWriter;
import org.vestibule.platform.sql.Rows;

/**
 * A stored record.
 *
 * @param doc the attributes as JSON text, passwords as {@code {"type":...}} or null
 * @param passwords stored passwords by path as JSON text, or null when not read or none
 */
record RecordRow(
    long id,
    UUID uuid,
    Instant created,
    Instant lastUpdated,
    int schemaVersion,
    String doc,
    String passwords) {
  private static final String META = "id, uuid, created, last_updated, schema_version, ";

  /** All columns, the passwords too. */
  static final String COLUMNS = META + "doc::text, passwords::text";

  /** The columns for reading; members of the overlay replace those of the document. */
  static String columns(Reading reading, SqlWriter sql) {
    if (reading.passwords().showsHashes()) {
      return COLUMNS;
    }
    return reading
        .overlay()
        .map(it -> META + "(doc || " + sql.bind(it, "text") + "::jsonb)::text, NULL")
        .orElse(META + "doc::text, NULL");
  }

  /** The values of a statement, for the driver; some may be null. */
  static Tuple tuple(SqlWriter sql) {
    return Tuple.tuple(new ArrayList<>(sql.parameters()));
  }

  static RecordRow from(Row row) {
    return new RecordRow(
        row.getLong(0),
        row.getUUID(1),
        row.getOffsetDateTime(2).toInstant(),
        row.getOffsetDateTime(3).toInstant(),
        row.getInteger(4),
        row.getString(5),
        row.getString(6));
  }

  static Optional<RecordRow> first(RowSet<Row> rows) {
    return Rows.first(rows).map(RecordRow::from);
  }

  static List<RecordRow> all(RowSet<Row> rows) {
    return Rows.list(rows, RecordRow::from);
  }

  /** This row with the id that it was given. */
  RecordRow withId(long given) {
    return new RecordRow(given, uuid, created, lastUpdated, schemaVersion, doc, passwords);
  }

  /** This row with content in a version of the schema. */
  RecordRow withContent(int version, String newDoc, String newPasswords) {
    return new RecordRow(id, uuid, created, lastUpdated, version, newDoc, newPasswords);
  }
}
