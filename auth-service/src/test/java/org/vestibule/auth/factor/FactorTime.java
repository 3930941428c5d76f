package org.vestibule.auth.factor;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;

/** Lets time pass for what the database remembers of a person. */
public final class FactorTime {
  private static final String AGE_COUNTERS =
      """
      UPDATE attempt
         SET times = ARRAY(SELECT time - make_interval(secs => $1::float8) FROM unnest(times) AS time)
      """;
  private static final String AGE_CODES =
      """
      UPDATE factor_code
         SET sent_at = sent_at - make_interval(secs => $1::float8),
             expires_at = expires_at - make_interval(secs => $1::float8),
             used_at = used_at - make_interval(secs => $1::float8)
       WHERE record_uuid = $2
      """;

  private final Pool pool;

  public FactorTime(Pool pool) {
    this.pool = pool;
  }

  /** For all counters. */
  public FactorTime passes(Duration time) {
    run(AGE_COUNTERS, Tuple.of((double) time.toSeconds()));
    return this;
  }

  /** For the codes of a record. */
  public void passes(Duration time, UUID record) {
    run(AGE_CODES, Tuple.of((double) time.toSeconds(), record));
  }

  String row(UUID record) {
    return pool.preparedQuery(
            "SELECT to_jsonb(factor_code)::text AS row FROM factor_code WHERE record_uuid = $1")
        .execute(Tuple.of(record))
        .await()
        .atMost(Duration.ofSeconds(5))
        .iterator()
        .next()
        .getString(0);
  }

  private void run(String sql, Tuple values) {
    pool.preparedQuery(sql).execute(values).await().atMost(Duration.ofSeconds(5));
  }
}
