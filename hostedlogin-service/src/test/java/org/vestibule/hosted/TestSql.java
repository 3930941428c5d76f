package org.vestibule.hosted;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;
import org.vestibule.testkit.PostgresForTests;
import org.vestibule.testkit.TestDatabase;

/** A fresh database of hostedlogin-service for a repository test. */
public final class TestSql implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Vertx vertx = Vertx.vertx();
  private final Pool pool;

  public TestSql() {
    TestDatabase database = PostgresForTests.migratedDatabase("hostedlogin");
    PgConnectOptions options =
        PgConnectOptions.fromUri(database.url())
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

  /** Runs one unit of work and waits for it. */
  public <T> T run(Function<Tx, Uni<T>> work) {
    return new SqlTransactions(pool).run(work).await().atMost(LIMIT);
  }

  /** A customer with a token policy of the same id. */
  public void customer(UUID id) {
    execute(
        "INSERT INTO customer (id, base_url, created_at) VALUES ('%s', 'https://x', now())"
            .formatted(id));
    execute(
        """
        INSERT INTO token_policy VALUES
          ('%1$s', '%1$s', 'Test', 3600, 7776000, '{*:**}', false, '{client_credentials}', '{}', now())
        """
            .formatted(id));
  }

  /** A configuration client of the customer with this secret. */
  public UUID client(UUID customer, String secret) {
    UUID id = UUID.randomUUID();
    execute(
        """
        INSERT INTO oidc_client VALUES
          ('%1$s', '%2$s', '%1$s', 'confidential', '{https://shop.example.com/cb}', '{}', NULL,
           '%2$s', NULL, now())
        """
            .formatted(id, customer));
    execute(
        "INSERT INTO oidc_client_secret VALUES ('%s', '%s', '%s', 'v1.none', '%s', now(), NULL)"
            .formatted(UUID.randomUUID(), customer, id, Digests.sha256Hex(secret)));
    return id;
  }

  /** A number that a statement reads. */
  public long number(String sql) {
    return query(sql).iterator().next().getLong(0);
  }

  /** How the database would run a statement. */
  public String plan(String sql) {
    return StreamSupport.stream(query("EXPLAIN " + sql).spliterator(), false)
        .map(row -> row.getString(0))
        .collect(Collectors.joining("\n"));
  }

  public void execute(String sql) {
    query(sql);
  }

  private RowSet<Row> query(String sql) {
    return pool.query(sql).execute().await().atMost(LIMIT);
  }

  @Override
  public void close() {
    pool.close().await().atMost(LIMIT);
    vertx.close();
  }
}
