package org.vestibule.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ProcessFiguresTest {
  private final long own = ProcessHandle.current().pid();

  @Test
  void figures_whenAskedForOurselves_thenAreThere() {
    assertThat(ProcessFigures.residentKilobytes(own)).isGreaterThan(10_000);
    assertThat(ProcessFigures.proportionalKilobytes(own))
        .isBetween(10_000L, ProcessFigures.residentKilobytes(own) + 50_000);
    assertThat(ProcessFigures.processorMilliseconds(own)).isGreaterThan(100);
  }

  @Test
  void isRunning_whenTheCommandIsAnother_thenFalse() {
    assertThat(ProcessFigures.isRunning(own, "java")).isTrue();
    assertThat(ProcessFigures.isRunning(own, "no such program")).isFalse();
    assertThat(ProcessFigures.isRunning(Integer.MAX_VALUE, "java")).isFalse();
  }

  @Test
  void processorTime_whenAThreadWorks_thenIsCountedForItAndItsProcess() throws Exception {
    long before = ProcessFigures.processorMillisecondsAlone(own);
    AtomicBoolean ended = new AtomicBoolean();
    Thread worker = new Thread(() -> spinUntil(ended), "spinning-thread-of-the-test");
    worker.start();
    Thread.sleep(300);
    assertThat(ProcessFigures.processorMillisecondsOfThreads(own, "spinning-thread")).isPositive();
    assertThat(ProcessFigures.processorMillisecondsOfThreads(own, "no such thread")).isZero();
    ended.set(true);
    worker.join();
    assertThat(ProcessFigures.processorMillisecondsAlone(own)).isGreaterThan(before);
  }

  @Test
  void processorTime_whenAChildHasEnded_thenStaysCountedWithItsParent() throws Exception {
    long alone = ProcessFigures.processorMillisecondsAlone(own);
    long before = ProcessFigures.processorMilliseconds(own);
    String loop = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done";
    assertThat(new ProcessBuilder("sh", "-c", loop).start().waitFor()).isZero();
    long withChildren = ProcessFigures.processorMilliseconds(own) - before;
    assertThat(withChildren).isGreaterThan(ProcessFigures.processorMillisecondsAlone(own) - alone);
  }

  private static void spinUntil(AtomicBoolean ended) {
    while (!ended.get()) {
      Thread.onSpinWait();
    }
  }
}
