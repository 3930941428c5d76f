package org.vestibule.entity.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of the files that are, or were, imported. */
@Singleton
class ImportRunRepository {
  private static final String COLUMNS =
      "id, file, options::text, state = 'finished', started_at, finished_at";
  private static final String DELETE =
      "DELETE FROM import_run WHERE type_id = $1 AND fingerprint = $2";
  private static final String OPEN =
      """
      INSERT INTO import_run (id, type_id, fingerprint, file, options)
      VALUES ($1, $2, $3, $4, $5::text::jsonb)
      ON CONFLICT (type_id, fingerprint) DO UPDATE SET touched_at = now()
      RETURNING %s
      """
          .formatted(COLUMNS);
  private static final String FIND =
      "SELECT %s FROM import_run WHERE type_id = $1 AND id = $2".formatted(COLUMNS);
  private static final String LOCK = FIND + " FOR UPDATE";
  private static final String BATCHES =
      """
      SELECT coalesce(json_agg(json_build_array(number, checksum, rejected, last_line, stored)
                               ORDER BY number), '[]')::text
        FROM import_batch
       WHERE run_id = $1
      """;
  private static final String REJECTIONS =
      """
      SELECT coalesce(b.rejections, '[]')::text
        FROM import_batch b
        JOIN import_run r ON r.id = b.run_id
       WHERE r.type_id = $1 AND r.id = $2 AND b.number = $3
      """;
  private static final String COUNTS =
      """
      SELECT count(*), coalesce(sum(stored), 0), coalesce(sum(rejected), 0)
        FROM import_batch
       WHERE run_id = $1
      """;
  private static final String FINISH =
      """
      UPDATE import_run
         SET state = 'finished', finished_at = now(), touched_at = now()
       WHERE id = $1 AND state = 'running'
      RETURNING %s
      """
          .formatted(COLUMNS);
  private static final String DELETE_OLD =
      """
      DELETE FROM import_run
       WHERE id IN (
         SELECT id
           FROM import_run
          WHERE touched_at < now() - interval '30 days'
          LIMIT 10)
      """;

  /** Forgets what was taken of a file. */
  Uni<Void> forget(Tx tx, String applicationId, EntityType type, String fingerprint) {
    type.table(applicationId);
    return tx.connection()
        .preparedQuery(DELETE)
        .execute(Tuple.of(type.id(), fingerprint))
        .replaceWithVoid();
  }

  /** The run of a file, which begins when there is none. */
  Uni<ImportRun> open(
      Tx tx, String applicationId, EntityType type, UUID fresh, ImportOpening opening) {
    type.table(applicationId);
    Tuple values =
        Tuple.of(fresh, type.id(), opening.fingerprint(), opening.file())
            .addString(Json.write(opening.options()));
    return tx.connection()
        .preparedQuery(OPEN)
        .execute(values)
        .map(rows -> run(rows.iterator().next()));
  }

  /** A run of a type. */
  Uni<Optional<ImportRun>> find(Tx tx, String applicationId, EntityType type, UUID id) {
    return one(tx, FIND, applicationId, type, id);
  }

  /** The same when no batch is being taken, and none will be until the end of the transaction. */
  Uni<Optional<ImportRun>> lock(Tx tx, String applicationId, EntityType type, UUID id) {
    return one(tx, LOCK, applicationId, type, id);
  }

  private static Uni<Optional<ImportRun>> one(
      Tx tx, String query, String applicationId, EntityType type, UUID id) {
    type.table(applicationId);
    return tx.connection()
        .preparedQuery(query)
        .execute(Tuple.of(type.id(), id))
        .map(rows -> Rows.first(rows).map(ImportRunRepository::run));
  }

  /** The batches of a run as JSON: number, checksum, rejected, last line, stored of each. */
  Uni<String> batches(Tx tx, UUID run) {
    return tx.connection()
        .preparedQuery(BATCHES)
        .execute(Tuple.of(run))
        .map(rows -> rows.iterator().next().getString(0));
  }

  /** What was rejected of a batch, as JSON. */
  Uni<Optional<String>> rejections(
      Tx tx, String applicationId, EntityType type, UUID run, int batch) {
    type.table(applicationId);
    return tx.connection()
        .preparedQuery(REJECTIONS)
        .execute(Tuple.of(type.id(), run, batch))
        .map(rows -> Rows.first(rows).map(row -> row.getString(0)));
  }

  /** What became of a run so far. */
  Uni<ImportCounts> counts(Tx tx, UUID run) {
    return tx.connection()
        .preparedQuery(COUNTS)
        .execute(Tuple.of(run))
        .map(rows -> counts(rows.iterator().next()));
  }

  /** Ends a run that has not ended before. */
  Uni<Optional<ImportRun>> finish(Tx tx, UUID run) {
    return tx.connection()
        .preparedQuery(FINISH)
        .execute(Tuple.of(run))
        .map(rows -> Rows.first(rows).map(ImportRunRepository::run));
  }

  /** Forgets runs of all applications that nobody has asked for in a month. */
  Uni<Integer> deleteOld(Tx tx) {
    return tx.connection().query(DELETE_OLD).execute().map(RowSet::rowCount);
  }

  private static ImportCounts counts(Row row) {
    return new ImportCounts(row.getInteger(0), row.getLong(1), row.getLong(2));
  }

  private static ImportRun run(Row row) {
    return new ImportRun(
        row.getUUID(0),
        row.getString(1),
        Json.read(row.getString(2), ImportOptions.class),
        row.getBoolean(3),
        row.getOffsetDateTime(4).toInstant(),
        Optional.ofNullable(row.getOffsetDateTime(5)).map(OffsetDateTime::toInstant));
  }
}
