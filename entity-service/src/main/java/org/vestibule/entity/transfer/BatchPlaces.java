package org.vestibule.entity.transfer;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.vestibule.platform.offload.BusyException;

/** Lets a few batches be worked on at once; who finds no place is told to come back. */
final class BatchPlaces {
  /** One more than a processor would only wait, and there are no more connections for COPY. */
  private static final int AT_ONCE = 2;

  private final Semaphore places = new Semaphore(AT_ONCE);

  <T> Uni<T> take(Supplier<Uni<T>> work) {
    return places.tryAcquire()
        ? work.get().onTermination().invoke(places::release)
        : Uni.createFrom().failure(new BusyException("import"));
  }
}
