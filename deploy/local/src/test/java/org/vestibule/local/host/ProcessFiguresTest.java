package org.vestibule.local.host;

import static org.assertj.core.api.Assertions.assertThat;

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
}
