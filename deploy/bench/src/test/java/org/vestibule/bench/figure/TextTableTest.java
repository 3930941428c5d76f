package org.vestibule.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void table_whenCellsDiffer_thenColumnsAreAligned() {
    TextTable table = new TextTable("program", "ms").row("auth", "12.5").row("entity-service", "3");
    assertThat(table.lines())
        .containsExactly(
            "| program        |   ms |",
            "|----------------|-----:|",
            "| auth           | 12.5 |",
            "| entity-service |    3 |");
  }

  @Test
  void row_whenACellIsMissing_thenIsRefused() {
    TextTable table = new TextTable("program", "ms");
    assertThatThrownBy(() -> table.row("auth")).hasMessage("1 cells of 2");
  }
}
