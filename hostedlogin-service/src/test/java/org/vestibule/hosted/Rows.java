package org.vestibule.hosted;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Looks into the tables. */
@ApplicationScoped
public class Rows {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private final Pool pool;

  Rows(Pool pool) {
    this.pool = pool;
  }

  public long count(String table, UUID customerId) {
    return pool.preparedQuery("SELECT count(*) FROM " + table + " WHERE customer_id = $1")
        .execute(Tuple.of(customerId))
        .await()
        .atMost(LIMIT)
        .iterator()
        .next()
        .getLong(0);
  }

  public String text(String sql, Object parameter) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(parameter))
        .await()
        .atMost(LIMIT)
        .iterator()
        .next()
        .getString(0);
  }
}
