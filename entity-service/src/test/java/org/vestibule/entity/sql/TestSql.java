package org.vestibule.entity.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;
import org.vestibule.testkit.PostgresForTests;
import org.vestibule.testkit.TestDatabase;

/** A fresh database of entity-service for a repository test. */
public final class TestSql implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Vertx vertx = Vertx.vertx();
  private final Pool pool;

  public TestSql() {
    TestDatabase database = PostgresForTests.migratedDatabase("entity");
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(database.host())
            .setPort(database.port())
            .setDatabase(database.name())
            .setUser(database.user())
            .setPassword(database.password());
    pool =
        Pool.newInstance(
            PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(16))
                .connectingTo(options)
                .using(vertx)
                .build());
  }

  public SqlTransactions transactions() {
    return new SqlTransactions(pool);
  }

  /** Runs one unit of work and waits for it. */
  public <T> T run(Function<Tx, Uni<T>> work) {
    return transactions().run(work).await().atMost(LIMIT);
  }

  public void execute(String sql) {
    pool.query(sql).execute().await().atMost(LIMIT);
  }

  /** The first column of all rows as text. */
  public List<String> texts(String sql) {
    List<String> texts = new ArrayList<>();
    pool.query(sql).execute().await().atMost(LIMIT).forEach(row -> texts.add(row.getString(0)));
    return texts;
  }

  @Override
  public void close() {
    pool.close().await().atMost(LIMIT);
    vertx.close();
  }
}
