package org.vestibule.hosted;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Looks into the tables. */
@Singleton
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

  public List<String> texts(String sql, UUID customerId) {
    var rows = pool.preparedQuery(sql).execute(Tuple.of(customerId)).await().atMost(LIMIT);
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0)).toList();
  }

  public void execute(String sql, UUID customerId) {
    pool.preparedQuery(sql).execute(Tuple.of(customerId)).await().atMost(LIMIT);
  }
}
