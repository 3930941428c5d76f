package org.vestibule.entity.record;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vestibule.entity.filter.SqlWriter;

/** Columns of record tables and their mapping. */
final class RecordSql {
  private static final String META = "id, uuid, created, last_updated, schema_version, ";
  static final String ALL = META + "doc::text, passwords::text";

  private RecordSql() {}

  /** The columns for reading; members of the overlay replace those of the document. */
  static String columns(Reading reading, SqlWriter sql) {
    if (reading.passwords() == PasswordView.FULL) {
      return ALL;
    }
    return reading
        .overlay()
        .map(it -> META + "(doc || " + sql.bind(it, "text") + "::jsonb)::text, NULL")
        .orElse(META + "doc::text, NULL");
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
    return rows.size() == 0 ? Optional.empty() : Optional.of(from(rows.iterator().next()));
  }

  static List<RecordRow> all(RowSet<Row> rows) {
    List<RecordRow> list = new ArrayList<>(rows.size());
    rows.forEach(row -> list.add(from(row)));
    return list;
  }

  static Tuple tuple(SqlWriter sql) {
    return Tuple.tuple(new ArrayList<>(sql.parameters()));
  }
}
