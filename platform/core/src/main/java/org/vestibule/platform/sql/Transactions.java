package org.vestibule.platform.sql;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Opens units of work; a failed unit leaves nothing behind. */
public interface Transactions {
  /** Runs the work in one transaction that is committed when its result is there. */
  <T> Uni<T> run(Function<Tx, Uni<T>> work);

  /** Runs reads on one connection without a transaction. */
  <T> Uni<T> read(Function<Tx, Uni<T>> work);
}
