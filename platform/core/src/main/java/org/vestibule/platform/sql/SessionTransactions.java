package org.vestibule.platform.sql;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Units of work on Hibernate Reactive sessions, for plain administration rows. */
@Singleton
public class SessionTransactions implements Transactions {
  @Override
  public <T> Uni<T> run(Function<Tx, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Tx[] opened = new Tx[1];
              return Panache.withTransaction(() -> within(opened, work))
                  .invoke(done -> opened[0].committed());
            });
  }

  @Override
  public <T> Uni<T> read(Function<Tx, Uni<T>> work) {
    return Panache.withSession(() -> Panache.getSession().chain(it -> work.apply(Tx.of(it))));
  }

  private static <T> Uni<T> within(Tx[] opened, Function<Tx, Uni<T>> work) {
    return Panache.getSession().map(Tx::of).invoke(tx -> opened[0] = tx).chain(work::apply);
  }
}
