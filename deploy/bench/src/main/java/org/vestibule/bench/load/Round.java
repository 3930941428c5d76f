package org.vestibule.bench.load;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** One after the other and from the beginning again, whoever asks. */
final class Round<T> implements Supplier<T> {
  private final List<T> all;
  private final AtomicLong next = new AtomicLong();

  Round(List<T> all) {
    this.all = all;
  }

  @Override
  public T get() {
    return all.get((int) (next.getAndIncrement() % all.size()));
  }
}
