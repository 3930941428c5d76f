package org.vestibule.entity.record;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.filter.SqlWriter;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.sql.Columns;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL that writes or removes many records by one statement; the table comes from the catalogue. */
@Singleton
public class BulkRepository {
  private static final String INSERT =
      """
      INSERT INTO %s (id, uuid, created, last_updated, schema_version, doc, passwords)
      SELECT r.id, r.uuid, r.created, r.last_updated, $1, r.doc::jsonb, r.passwords::jsonb
        FROM unnest($2::bigint[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::text[],
                    $7::text[])
          AS r (id, uuid, created, last_updated, doc, passwords)
      """;
  private static final String DELETE =
      """
      WITH gone AS MATERIALIZED (
        SELECT id FROM %1$s
         WHERE id > %2$s AND %3$s
         ORDER BY id
         LIMIT %4$s
           FOR UPDATE)
      DELETE FROM %1$s r USING gone WHERE r.id = gone.id
      RETURNING r.id, r.uuid
      """;

  /** Stores new records that have their ids. */
  Uni<Void> insert(Tx tx, String applicationId, EntityType type, List<RecordRow> rows) {
    Tuple values =
        Tuple.of(type.version(), Columns.of(rows, RecordRow::id, Long[]::new))
            .addValue(Columns.of(rows, RecordRow::uuid, UUID[]::new))
            .addValue(Columns.of(rows, it -> utc(it.created()), OffsetDateTime[]::new))
            .addValue(Columns.of(rows, it -> utc(it.lastUpdated()), OffsetDateTime[]::new))
            .addValue(Columns.of(rows, RecordRow::doc, String[]::new))
            .addValue(Columns.of(rows, RecordRow::passwords, String[]::new));
    return tx.connection()
        .preparedQuery(INSERT.formatted(type.table(applicationId)))
        .execute(values)
        .onFailure()
        .transform(failure -> UniqueConflicts.translate(type, failure))
        .replaceWithVoid();
  }

  /** Removes the first records behind an id that fit, and tells which these were. */
  Uni<List<RecordKey>> delete(
      Tx tx, String applicationId, EntityType type, Filter where, long after, int limit) {
    SqlWriter sql = new SqlWriter();
    String query =
        DELETE.formatted(
            type.table(applicationId),
            sql.bind(after, "bigint"),
            where.sql(sql),
            sql.bind(limit, "integer"));
    return tx.connection()
        .preparedQuery(query)
        .execute(RecordRow.tuple(sql))
        .map(rows -> Rows.list(rows, BulkRepository::key));
  }

  private static RecordKey key(Row row) {
    return new RecordKey(row.getLong(0), row.getUUID(1));
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
