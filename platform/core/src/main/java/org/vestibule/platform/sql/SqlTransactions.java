package org.vestibule.platform.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Units of work on connections of the reactive PostgreSQL client. */
@ApplicationScoped
public class SqlTransactions implements Transactions {
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

  private static <T> Uni<T> within(SqlConnection connection, Function<Tx, Uni<T>> work) {
    Tx tx = Tx.of(connection);
    return connection
        .begin()
        .chain(
            transaction ->
                Uni.createFrom()
                    .deferred(() -> work.apply(tx))
                    .onItem()
                    .call(done -> transaction.commit())
                    .onFailure()
                    .call(failure -> transaction.rollback().onFailure().recoverWithNull())
                    .onCancellation()
                    .call(() -> transaction.rollback().onFailure().recoverWithNull()))
        .onTermination()
        .call(connection::close)
        .invoke(done -> tx.committed());
  }
}
