package org.vestibule.entity.record;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.filter.SqlWriter;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of what records were before their changes; table names come from the catalogue. */
@Singleton
public class VersionRepository {
  /** The old document is read as it was when the statement began. */
  private static final String UPDATE =
      """
      WITH written AS (
        UPDATE %1$s
           SET last_updated = $2, schema_version = $3, doc = $4::text::jsonb,
               passwords = $5::text::jsonb
         WHERE id = $1 AND last_updated = $6
        RETURNING id),
      kept AS (
        INSERT INTO %2$s (record_id, since, until, doc)
        SELECT r.id, r.last_updated, $2, r.doc
          FROM %1$s r
          JOIN written ON written.id = r.id
         WHERE $7 > 1),
      dropped AS (
        DELETE FROM %2$s
         WHERE record_id IN (SELECT id FROM written)
           AND since <= (SELECT since FROM %2$s
                          WHERE record_id = $1
                          ORDER BY since DESC OFFSET greatest($7 - 2, 0) LIMIT 1))
      SELECT id FROM written
      """;

  private static final String AT =
      """
      SELECT r.id, r.uuid, r.created, coalesce(v.since, r.last_updated), -1,
             coalesce(v.doc, r.doc)::text, NULL
        FROM (SELECT * FROM %1$s WHERE %2$s LIMIT 1) AS r
        LEFT JOIN %3$s v ON v.record_id = r.id AND v.since <= %4$s AND v.until > %4$s
       WHERE r.last_updated <= %4$s OR v.record_id IS NOT NULL
      """;

  private static final String TIMES =
      """
      WITH current AS (SELECT id, last_updated FROM %1$s WHERE %2$s LIMIT 1)
      SELECT last_updated AS since FROM current
      UNION ALL
      SELECT v.since FROM %3$s v JOIN current ON v.record_id = current.id
       ORDER BY since DESC
       LIMIT %4$s
      """;

  /**
   * Stores new content of a record that nobody wrote since it was read, and keeps what it was
   * before; no row when somebody did.
   *
   * @param versions how many versions stay, the new one included
   */
  Uni<Integer> update(
      Tx tx, String applicationId, EntityType type, RecordRow row, Instant readAt, int versions) {
    Tuple values =
        Tuple.of(row.id(), utc(row.lastUpdated()))
            .addInteger(row.schemaVersion())
            .addString(row.doc())
            .addString(row.passwords())
            .addOffsetDateTime(utc(readAt))
            .addInteger(versions);
    String statement =
        UPDATE.formatted(type.table(applicationId), type.versionTable(applicationId));
    return tx.connection()
        .preparedQuery(statement)
        .execute(values)
        .map(RowSet::size)
        .onFailure()
        .transform(failure -> UniqueConflicts.translate(type, failure));
  }

  /** A record as it was at a time, in no version of the schema in particular. */
  Uni<Optional<RecordRow>> at(
      Tx tx, String applicationId, EntityType type, Filter where, Instant time) {
    SqlWriter sql = new SqlWriter();
    String query =
        AT.formatted(
            type.table(applicationId),
            where.sql(sql),
            type.versionTable(applicationId),
            sql.bind(utc(time), "timestamptz"));
    return tx.connection().preparedQuery(query).execute(RecordRow.tuple(sql)).map(RecordRow::first);
  }

  /** When the versions of a record began, the newest first; none without the record. */
  Uni<List<Instant>> times(Tx tx, String applicationId, EntityType type, Filter where, int limit) {
    SqlWriter sql = new SqlWriter();
    String query =
        TIMES.formatted(
            type.table(applicationId),
            where.sql(sql),
            type.versionTable(applicationId),
            sql.bind(limit, "integer"));
    return tx.connection()
        .preparedQuery(query)
        .execute(RecordRow.tuple(sql))
        .map(rows -> Rows.list(rows, VersionRepository::time));
  }

  private static Instant time(Row row) {
    return row.getOffsetDateTime(0).toInstant();
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
