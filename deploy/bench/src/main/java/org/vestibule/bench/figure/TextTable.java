package org.vestibule.bench.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table that reads well as plain text and in Markdown; numbers stand at the right. */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(String... header) {
    rows.add(List.of(header));
  }

  /** Adds a row; it has as many cells as the header. */
  public TextTable row(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(cells.length + " cells of " + rows.get(0).size());
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Header, rule and rows. */
  public List<String> lines() {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(line(row, widths)));
    lines.add(1, rule(widths));
    return lines;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int column = 0; column < widths.length; column++) {
      String blanks = " ".repeat(widths[column] - row.get(column).length());
      boolean isNumber = column > 0;
      line.append(' ').append(isNumber ? blanks + row.get(column) : row.get(column) + blanks);
      line.append(" |");
    }
    return line.toString();
  }

  private static String rule(int[] widths) {
    StringBuilder rule = new StringBuilder("|");
    for (int column = 0; column < widths.length; column++) {
      rule.append("-".repeat(widths[column] + 1)).append(column > 0 ? ":|" : "-|");
    }
    return rule.toString();
  }
}
