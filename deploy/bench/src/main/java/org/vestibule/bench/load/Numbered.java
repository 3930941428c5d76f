package org.vestibule.bench.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Gives every request a number of its own where one is wanted, also in loads that come later. */
final class Numbered implements Supplier<LoadRequest> {
  private final Supplier<LoadRequest> requests;
  private final AtomicLong number = new AtomicLong(System.nanoTime());

  Numbered(Supplier<LoadRequest> requests) {
    this.requests = requests;
  }

  @Override
  public LoadRequest get() {
    return requests.get().numbered(number.incrementAndGet());
  }
}
