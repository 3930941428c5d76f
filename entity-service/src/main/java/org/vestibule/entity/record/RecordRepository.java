package org.vestibule.entity.record;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.filter.SqlWriter;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;
import org.vestibule.platform.sql.Write;

/** SQL of the record tables; table names come from the catalogue. */
@Singleton
public class RecordRepository {
  private static final String LIMIT_TIME = "SELECT set_config('statement_timeout', $1, true)";
  private static final String NEXT_IDS =
      "SELECT nextval($1::text::regclass) FROM generate_series(1, $2)";
  private static final String FOLD = "SELECT t, fold(t) FROM unnest($1::text[]) AS t";
  private static final String INSERT =
      """
      INSERT INTO %s (id, uuid, created, last_updated, schema_version, doc, passwords)
      VALUES (nextval('%s'), $1, $2, $3, $4, $5::text::jsonb, $6::text::jsonb)
      RETURNING id
      """;
  private static final String UPDATE =
      """
      UPDATE %s
         SET last_updated = $2, schema_version = $3, doc = $4::text::jsonb,
             passwords = $5::text::jsonb
       WHERE id = $1
      """;
  private static final String PATCH =
      """
      patched AS (
        UPDATE %s
           SET last_updated = $2, doc = doc || $3::text::jsonb
         WHERE id = $1 AND last_updated = $4 AND schema_version = $5
        RETURNING 1)""";
  // For a stranger comes a row of about the same size, so that statement and answer cost the same.
  private static final String FIND_OR_NOBODY =
      """
      WITH found AS MATERIALIZED (SELECT %s FROM %s WHERE %s LIMIT 1)
      SELECT *, TRUE FROM found
      UNION ALL
      SELECT 0, gen_random_uuid(), now(), now(), 0,
             jsonb_build_object('x', repeat('x', 1000))::text,
             jsonb_build_object('/password', jsonb_build_object(
               'type', 'password-argon2id', 'value', repeat('x', 100)))::text,
             FALSE
       WHERE NOT EXISTS (SELECT FROM found)
      """;
  private static final String DELETE = "DELETE FROM %s WHERE id = $1";

  /** Ends the statements of a unit of work that run longer. */
  Uni<Void> limitTime(Tx tx, Duration limit) {
    return tx.connection()
        .preparedQuery(LIMIT_TIME)
        .execute(Tuple.of(Long.toString(limit.toMillis())))
        .replaceWithVoid();
  }

  /** The record that a condition on a unique attribute fits. */
  Uni<Optional<RecordRow>> find(
      Tx tx, String applicationId, EntityType type, Filter where, Reading reading) {
    SqlWriter sql = new SqlWriter();
    String columns = RecordRow.columns(reading, sql);
    return one(tx, applicationId, type, columns, where, sql, "");
  }

  /** The same with its passwords. */
  Uni<Optional<RecordRow>> findWithPasswords(
      Tx tx, String applicationId, EntityType type, Filter where) {
    return one(tx, applicationId, type, RecordRow.COLUMNS, where, new SqlWriter(), "");
  }

  /** The same, or nobody's row in the place of one that does not exist. */
  Uni<CheckRow> findOrNobody(Tx tx, String applicationId, EntityType type, Filter where) {
    SqlWriter sql = new SqlWriter();
    String query =
        FIND_OR_NOBODY.formatted(RecordRow.COLUMNS, type.table(applicationId), where.sql(sql));
    return tx.connection()
        .preparedQuery(query)
        .execute(RecordRow.tuple(sql))
        .map(rows -> CheckRow.from(rows.iterator().next()));
  }

  /** The same, locked until the end of the transaction. */
  Uni<Optional<RecordRow>> lockForUpdate(
      Tx tx, String applicationId, EntityType type, Filter where) {
    return one(tx, applicationId, type, RecordRow.COLUMNS, where, new SqlWriter(), " FOR UPDATE");
  }

  private static Uni<Optional<RecordRow>> one(
      Tx tx,
      String applicationId,
      EntityType type,
      String columns,
      Filter where,
      SqlWriter sql,
      String lock) {
    String query =
        "SELECT %s FROM %s WHERE %s LIMIT 1%s"
            .formatted(columns, type.table(applicationId), where.sql(sql), lock);
    return tx.connection().preparedQuery(query).execute(RecordRow.tuple(sql)).map(RecordRow::first);
  }

  /** The records of a page. */
  Uni<List<RecordRow>> search(Tx tx, String applicationId, EntityType type, Search search) {
    SqlWriter sql = new SqlWriter();
    String query =
        "SELECT %s FROM %s WHERE %s%s LIMIT %s OFFSET %s"
            .formatted(
                RecordRow.columns(search.reading(), sql),
                type.table(applicationId),
                search.where().sql(sql),
                search.order().sql(),
                sql.bind(search.limit(), "integer"),
                sql.bind(search.offset(), "bigint"));
    return tx.connection().preparedQuery(query).execute(RecordRow.tuple(sql)).map(RecordRow::all);
  }

  /** The names of the record that fits. */
  Uni<Optional<RecordKey>> locate(Tx tx, String applicationId, EntityType type, Filter where) {
    SqlWriter sql = new SqlWriter();
    String query =
        "SELECT id, uuid FROM %s WHERE %s LIMIT 1"
            .formatted(type.table(applicationId), where.sql(sql));
    return tx.connection()
        .preparedQuery(query)
        .execute(RecordRow.tuple(sql))
        .map(rows -> Rows.first(rows).map(RecordRepository::key));
  }

  private static RecordKey key(Row row) {
    return new RecordKey(row.getLong("id"), row.getUUID("uuid"));
  }

  /** Whether a record fits. */
  Uni<Boolean> exists(Tx tx, String applicationId, EntityType type, Filter where) {
    SqlWriter sql = new SqlWriter();
    String query =
        "SELECT EXISTS (SELECT 1 FROM %s WHERE %s)"
            .formatted(type.table(applicationId), where.sql(sql));
    return tx.connection()
        .preparedQuery(query)
        .execute(RecordRow.tuple(sql))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /** The number of records that fit. */
  Uni<Long> count(Tx tx, String applicationId, EntityType type, Filter where) {
    SqlWriter sql = new SqlWriter();
    String query =
        "SELECT count(*) FROM %s WHERE %s".formatted(type.table(applicationId), where.sql(sql));
    return tx.connection()
        .preparedQuery(query)
        .execute(RecordRow.tuple(sql))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /** Ids for new elements, in ascending order. */
  Uni<List<Long>> nextIds(Tx tx, String applicationId, EntityType type, int count) {
    type.table(applicationId);
    return tx.connection()
        .preparedQuery(NEXT_IDS)
        .execute(Tuple.of(type.sequence(), count))
        .map(rows -> Rows.list(rows, row -> row.getLong(0)));
  }

  /** The forms in which texts are compared without regard to case. */
  Uni<Folding> folding(Tx tx, Set<String> texts) {
    return texts.isEmpty()
        ? Uni.createFrom().item(Folding.ASCII_ONLY)
        : tx.connection()
            .preparedQuery(FOLD)
            .execute(Tuple.of(texts.toArray(String[]::new)))
            .map(RecordRepository::folding);
  }

  private static Folding folding(RowSet<Row> rows) {
    Map<String, String> folded = new HashMap<>();
    rows.forEach(row -> folded.put(row.getString(0), row.getString(1)));
    return new Folding(folded);
  }

  /** Stores a new record and returns its id. */
  Uni<Long> insert(Tx tx, String applicationId, EntityType type, RecordRow row) {
    Tuple values =
        Tuple.of(row.uuid(), row.created().atOffset(ZoneOffset.UTC))
            .addOffsetDateTime(row.lastUpdated().atOffset(ZoneOffset.UTC))
            .addInteger(row.schemaVersion())
            .addString(row.doc())
            .addString(row.passwords());
    return tx.connection()
        .preparedQuery(INSERT.formatted(type.table(applicationId), type.sequence()))
        .execute(values)
        .map(rows -> rows.iterator().next().getLong(0))
        .onFailure()
        .transform(failure -> UniqueConflicts.translate(type, failure));
  }

  /** Stores new content of a locked record. */
  Uni<Void> update(Tx tx, String applicationId, EntityType type, RecordRow row) {
    return tx.connection()
        .preparedQuery(UPDATE.formatted(type.table(applicationId)))
        .execute(content(row))
        .replaceWithVoid()
        .onFailure()
        .transform(failure -> UniqueConflicts.translate(type, failure));
  }

  /**
   * Puts values at the root of the document of a record that nobody wrote since it was read; no row
   * when somebody did, or when the document is of another version of the schema.
   */
  Write patching(
      String applicationId, EntityType type, RecordState before, RecordState after, String values) {
    return Write.of(
        "patched",
        PATCH.formatted(type.table(applicationId)),
        after.id(),
        after.lastUpdated().atOffset(ZoneOffset.UTC),
        values,
        before.lastUpdated().atOffset(ZoneOffset.UTC),
        type.version());
  }

  private static Tuple content(RecordRow row) {
    return Tuple.of(row.id(), row.lastUpdated().atOffset(ZoneOffset.UTC))
        .addInteger(row.schemaVersion())
        .addString(row.doc())
        .addString(row.passwords());
  }

  /** Removes a locked record. */
  Uni<Void> delete(Tx tx, String applicationId, EntityType type, long id) {
    return tx.connection()
        .preparedQuery(DELETE.formatted(type.table(applicationId)))
        .execute(Tuple.of(id))
        .replaceWithVoid();
  }

  /** A time for a write that is later than the last one. */
  static Instant after(Instant last, Instant now) {
    return now.isAfter(last) ? now : last.plusNanos(1_000);
  }
}
