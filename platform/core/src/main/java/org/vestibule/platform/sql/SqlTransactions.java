package org.vestibule.platform.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Units of work on connections of the reactive PostgreSQL client. */
@Singleton
public class SqlTransactions implements Transactions {
  // A bare COMMIT after a failed statement rolls back and says nothing; SELECT fails there.
  private static final String COMMIT = "SELECT 1; COMMIT";

  private final Pool pool;

  /** Takes the pool of the service's database role. */
  public SqlTransactions(Pool pool) {
    this.pool = pool;
  }

  @Override
  public <T> Uni<T> run(Function<Tx, Uni<T>> work) {
    return Uni.createFrom().deferred(() -> pool.getConnection().chain(it -> within(it, work)));
  }

  @Override
  public <T> Uni<T> read(Function<Tx, Uni<T>> work) {
    return pool.withConnection(connection -> work.apply(Tx.of(connection)));
  }

  /** Writes by one statement, which needs no unit of work; the rows of the first write. */
  public Uni<Integer> write(Write write) {
    return write.on(pool).invoke(write::committed);
  }

  private static <T> Uni<T> within(SqlConnection connection, Function<Tx, Uni<T>> work) {
    Tx tx = Tx.of(connection);
    return begunWith(connection, Uni.createFrom().deferred(() -> work.apply(tx)))
        .onItem()
        .call(done -> connection.query(COMMIT).execute())
        .onFailure()
        .call(failure -> rollback(connection))
        .onCancellation()
        .call(() -> rollback(connection))
        .onTermination()
        .call(connection::close)
        .invoke(done -> tx.committed());
  }

  /** The first statement of the work is on its way before BEGIN is answered. */
  private static <T> Uni<T> begunWith(SqlConnection connection, Uni<T> work) {
    return Uni.combine()
        .all()
        .unis(connection.query("BEGIN").execute(), work)
        .with((begun, result) -> result);
  }

  private static Uni<Void> rollback(SqlConnection connection) {
    return connection.query("ROLLBACK").execute().replaceWithVoid().onFailure().recoverWithNull();
  }
}
