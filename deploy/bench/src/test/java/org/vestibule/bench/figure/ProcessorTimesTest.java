package org.vestibule.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vestibule.bench.figure.Part.Kind;

class ProcessorTimesTest {
  private final Part own = new Part("own", ProcessHandle.current().pid(), Kind.SERVICE);
  private final Part gone = new Part("gone", Integer.MAX_VALUE, Kind.DATABASE);

  @Test
  void times_whenAHashThreadWorks_thenAreToldApartFromTheRest() throws InterruptedException {
    ProcessorTimes before = ProcessorTimes.of(List.of(own, gone));
    Thread hashing = new Thread(() -> spinFor(500), "vestibule-hash-1");
    hashing.start();
    Thread.sleep(400);
    Spent spent = ProcessorTimes.of(List.of(own, gone)).since(before).of(own);
    assertThat(spent.hash()).isPositive();
    assertThat(spent.total()).isGreaterThanOrEqualTo(spent.hash());
    hashing.join();
  }

  @Test
  void times_whenAProgramHasEnded_thenAreNothing() {
    assertThat(ProcessorTimes.of(List.of(gone)).of(gone)).isEqualTo(Spent.NOTHING);
  }

  private static void spinFor(long milliseconds) {
    long end = System.nanoTime() + milliseconds * 1_000_000;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
