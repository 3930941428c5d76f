package org.vestibule.auth.attempt;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.vestibule.platform.sql.Tx;

/** SQL of the counters with high limits: addresses and registrations. */
@Singleton
class RateRepository {
  /**
   * Counts one attempt and returns a row when there was room for it; parameters are application,
   * kind, subject, limit, and length of the window in seconds.
   */
  static final String COUNT =
      """
      INSERT INTO attempt_rate AS seen
             (application_id, kind, subject, started_at, current, previous, expires_at)
      VALUES ($1, $2, $3, now(), 1, 0,
              date_bin('1 minute', now() + make_interval(secs => 2 * $5::float8 + 60), 'epoch'))
      ON CONFLICT (application_id, kind, subject) DO UPDATE
         SET (started_at, current, previous, expires_at) = (
               SELECT CASE WHEN age < $5::float8 THEN seen.started_at
                           WHEN age < 2 * $5::float8 THEN seen.started_at + make_interval(secs => $5::float8)
                           ELSE now() END,
                      CASE WHEN age < $5::float8 THEN seen.current + 1 ELSE 1 END,
                      CASE WHEN age < $5::float8 THEN seen.previous
                           WHEN age < 2 * $5::float8 THEN seen.current
                           ELSE 0 END,
                      excluded.expires_at
                 FROM (SELECT extract(epoch FROM now() - seen.started_at)::float8) AS since (age))
       WHERE attempts_in_window(seen.current, seen.previous,
               extract(epoch FROM now() - seen.started_at)::float8, $5::float8) < $4::int
      RETURNING 1
      """;

  private static final String DELETE_EXPIRED =
      """
      DELETE FROM attempt_rate
       WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM attempt_rate WHERE expires_at < now() LIMIT $1 FOR UPDATE SKIP LOCKED))
      """;

  /** Counts one attempt; whether there was room for it. */
  Uni<Boolean> count(
      Tx tx, String applicationId, String kind, String subject, int limit, Duration window) {
    return tx.connection()
        .preparedQuery(COUNT)
        .execute(Tuple.of(applicationId, kind, subject, limit, (double) window.toSeconds()))
        .map(rows -> rows.size() == 1);
  }

  /** Removes a batch of counters that no longer limit anything; how many they were. */
  Uni<Integer> deleteExpired(Tx tx, int batch) {
    return tx.connection()
        .preparedQuery(DELETE_EXPIRED)
        .execute(Tuple.of(batch))
        .map(RowSet::rowCount);
  }
}
