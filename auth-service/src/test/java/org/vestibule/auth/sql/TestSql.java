package org.vestibule.auth.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;
import org.vestibule.testkit.PostgresForTests;
import org.vestibule.testkit.TestDatabase;

/** A fresh database of auth-service for a repository test. */
public final class TestSql implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Vertx vertx = Vertx.vertx();
  private final Pool pool;

  public TestSql() {
    TestDatabase database = PostgresForTests.migratedDatabase("auth");
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

  /** Runs one unit of work that counts something. */
  public int count(Function<Tx, Uni<Integer>> work) {
    return run(work);
  }

  /** Runs the same work on so many connections at once. */
  public <T> List<T> race(int contestants, Function<Tx, Uni<T>> work) {
    List<Uni<T>> all =
        IntStream.range(0, contestants).mapToObj(i -> transactions().run(work)).toList();
    return Uni.join().all(all).andFailFast().await().atMost(LIMIT);
  }

  /** A number that a statement reads. */
  public long number(String sql) {
    return pool.query(sql).execute().await().atMost(LIMIT).iterator().next().getLong(0);
  }

  public void execute(String sql) {
    pool.query(sql).execute().await().atMost(LIMIT);
  }

  @Override
  public void close() {
    pool.close().await().atMost(LIMIT);
    vertx.close();
  }
}
