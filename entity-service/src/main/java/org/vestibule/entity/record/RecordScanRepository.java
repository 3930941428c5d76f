package org.vestibule.entity.record;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.sql.Columns;
import org.vestibule.platform.sql.Tx;

/** SQL that goes through all records of a type in the order of their ids. */
@Singleton
class RecordScanRepository {
  private static final String AFTER =
      "SELECT " + RecordRow.COLUMNS + " FROM %s WHERE id > $1 ORDER BY id LIMIT $2";
  private static final String LOCKED = AFTER + " FOR NO KEY UPDATE";
  private static final String REWRITE =
      """
      UPDATE %s AS record
         SET doc = given.doc::jsonb, passwords = given.passwords::jsonb, schema_version = $5
        FROM unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[])
          AS given (id, last_updated, doc, passwords)
       WHERE record.id = given.id AND record.last_updated = given.last_updated
         AND record.schema_version < $5
      """;

  /** The next records. */
  Uni<List<RecordRow>> after(Tx tx, String applicationId, EntityType type, long id, int limit) {
    return rows(tx, AFTER.formatted(type.table(applicationId)), id, limit);
  }

  /** The same, locked until the end of the transaction. */
  Uni<List<RecordRow>> lockAfter(Tx tx, String applicationId, EntityType type, long id, int limit) {
    return rows(tx, LOCKED.formatted(type.table(applicationId)), id, limit);
  }

  private static Uni<List<RecordRow>> rows(Tx tx, String query, long id, int limit) {
    return tx.connection().preparedQuery(query).execute(Tuple.of(id, limit)).map(RecordRow::all);
  }

  /** Stores documents of records that nobody wrote meanwhile; their times stay. */
  Uni<Void> rewrite(Tx tx, String applicationId, EntityType type, List<RecordRow> rows) {
    Tuple values =
        Tuple.tuple()
            .addValue(Columns.of(rows, RecordRow::id, Long[]::new))
            .addValue(
                Columns.of(
                    rows, it -> it.lastUpdated().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
            .addValue(Columns.of(rows, RecordRow::doc, String[]::new))
            .addValue(Columns.of(rows, RecordRow::passwords, String[]::new))
            .addInteger(type.version());
    return tx.connection()
        .preparedQuery(REWRITE.formatted(type.table(applicationId)))
        .execute(values)
        .replaceWithVoid();
  }
}
