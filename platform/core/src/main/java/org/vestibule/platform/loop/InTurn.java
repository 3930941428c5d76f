package org.vestibule.platform.loop;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Asynchronous work on several things, one after the other; the first failure ends it. */
public final class InTurn {
  private InTurn() {}

  /** Works on each thing when the work on the one before has ended. */
  public static <T> Uni<Void> each(Iterable<T> things, Function<? super T, ? extends Uni<?>> work) {
    return Multi.createFrom()
        .iterable(things)
        .onItem()
        .transformToUniAndConcatenate(it -> work.apply(it).replaceWithVoid())
        .collect()
        .last()
        .replaceWithVoid();
  }
}
