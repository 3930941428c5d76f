package org.vestibule.auth.attempt;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.vestibule.platform.sql.Tx;
import org.vestibule.platform.sql.Write;

/** SQL of the exact counters: identifiers and records. */
@Singleton
class AttemptRepository {
  /** What counting returns when the address has no room. */
  static final int NO_ROOM = -1;

  // One row per subject in the order of kind, so that two callers never wait for each other in a
  // circle. In whole minutes, the end of a row that is counted in often stays the same, and no
  // index
  // is written. A refused attempt changes nothing: nobody can keep a window full by being refused.
  private static final String COUNT_WHERE =
      """
      INSERT INTO attempt AS seen (application_id, kind, subject, times, expires_at)
      SELECT $1, subject.kind, subject.key, ARRAY[now()],
             date_bin('1 minute', now() + make_interval(secs => $5::float8 + 60), 'epoch')
        FROM (VALUES ('identifier', value_key(fold($2::text))), ('record', value_key($3::uuid::text)))
             AS subject (kind, key)
       WHERE subject.key IS NOT NULL AND %s
       ORDER BY subject.kind
      ON CONFLICT (application_id, kind, subject) DO UPDATE
         SET times = (seen.times || now())
                     [cardinality(seen.times) + 2 - greatest($4::int, cardinality(seen.times)) :],
             expires_at = greatest(seen.expires_at, excluded.expires_at)
       WHERE (SELECT count(*)
                FROM unnest(seen.times) AS time
               WHERE time > now() - make_interval(secs => $5::float8)) < $4::int
      RETURNING kind
      """;
  private static final String COUNT = COUNT_WHERE.formatted("true");
  private static final String COUNTED = "counted AS (" + COUNT + ")";

  // A refused address counts against nobody else. The parameters of the address stand behind the
  // five of the subject.
  private static final String COUNT_WITH_ADDRESS =
      """
      WITH address AS (%s), counted AS (%s)
      SELECT (SELECT count(*) FROM address), (SELECT count(*) FROM counted)
      """
          .formatted(
              RateRepository.COUNT
                  .replace("$2", "'address'")
                  .replace("$3", "$6")
                  .replace("$4", "$7")
                  .replace("$5", "$8"),
              COUNT_WHERE.formatted("EXISTS (SELECT FROM address)"));
  private static final String ROOM_AFTER =
      """
      SELECT max((extract(epoch FROM
               times[cardinality(times) + 1 - $4::int] + make_interval(secs => $5::float8) - now()))::float8)
        FROM attempt
       WHERE application_id = $1
         AND ((kind = 'identifier' AND subject = value_key(fold($2::text)))
              OR (kind = 'record' AND subject = value_key($3::uuid::text)))
      """;
  private static final String DELETE_EXPIRED =
      """
      DELETE FROM attempt
       WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM attempt WHERE expires_at < now() LIMIT $1 FOR UPDATE SKIP LOCKED))
      """;

  /** Counts for every counter of the subject; how many of them admitted the attempt. */
  Uni<Integer> count(Tx tx, String applicationId, Subject subject) {
    return tx.connection()
        .preparedQuery(COUNT)
        .execute(values(applicationId, subject))
        .map(RowSet::size);
  }

  /** The same as part of a statement. */
  Write counting(String applicationId, Subject subject) {
    return Write.of(
        "counted",
        COUNTED,
        applicationId,
        subject.identifier(),
        subject.recordUuid(),
        subject.limit(),
        (double) subject.window().toSeconds());
  }

  /** The same after the address was counted, by one statement; -1 when the address has no room. */
  Uni<Integer> count(
      Tx tx, String applicationId, Subject subject, String address, int limit, Duration window) {
    Tuple values =
        values(applicationId, subject)
            .addString(address)
            .addInteger(limit)
            .addDouble((double) window.toSeconds());
    return tx.connection()
        .preparedQuery(COUNT_WITH_ADDRESS)
        .execute(values)
        .map(rows -> rows.iterator().next())
        .map(row -> row.getLong(0) == 0 ? NO_ROOM : row.getLong(1).intValue());
  }

  /** Seconds until the fullest counter of the subject has room. */
  Uni<Long> roomAfter(Tx tx, String applicationId, Subject subject) {
    return tx.connection()
        .preparedQuery(ROOM_AFTER)
        .execute(values(applicationId, subject))
        .map(rows -> seconds(rows.iterator().next()));
  }

  /** Removes a batch of counters that no longer limit anything; how many they were. */
  Uni<Integer> deleteExpired(Tx tx, int batch) {
    return tx.connection()
        .preparedQuery(DELETE_EXPIRED)
        .execute(Tuple.of(batch))
        .map(RowSet::rowCount);
  }

  private static Tuple values(String applicationId, Subject subject) {
    return Tuple.of(
        applicationId,
        subject.identifier(),
        subject.recordUuid(),
        subject.limit(),
        (double) subject.window().toSeconds());
  }

  private static long seconds(Row row) {
    Double seconds = row.getDouble(0);
    return seconds == null ? 1 : (long) Math.ceil(seconds);
  }
}
