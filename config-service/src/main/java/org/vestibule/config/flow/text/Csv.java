package org.vestibule.config.flow.text;

import java.util.ArrayList;
import java.util.List;
import org.vestibule.config.flow.wire.FlowError;

/** Comma-separated values as RFC 4180 has them, with both kinds of line ends. */
final class Csv {
  private static final int MOST_CELLS = 2_000_000;

  private final String text;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private int cells;
  private int at;

  private Csv(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** All rows; blank lines are left out. */
  static List<List<String>> read(String text) {
    Csv csv = new Csv(text);
    while (csv.at < csv.text.length()) {
      csv.readCell();
    }
    csv.endRow();
    return csv.rows;
  }

  private void readCell() {
    if (++cells > MOST_CELLS) {
      throw FlowError.CSV.exception("it has too many cells");
    }
    row.add(text.charAt(at) == '"' ? quoted() : plain());
    end();
  }

  private String plain() {
    int start = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    int from = at + 1;
    for (int quote = closing(from); ; quote = closing(from)) {
      cell.append(text, from, quote);
      if (quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
        cell.append('"');
        from = quote + 2;
      } else {
        at = quote + 1;
        return cell.toString();
      }
    }
  }

  private int closing(int from) {
    int quote = text.indexOf('"', from);
    if (quote < 0) {
      throw FlowError.CSV.exception("a quote is not closed");
    }
    return quote;
  }

  /** Behind a cell come a comma and another cell, the end of the row, or the end. */
  private void end() {
    if (at >= text.length()) {
      return;
    }
    char next = text.charAt(at++);
    if (next == ',') {
      if (at == text.length() || text.charAt(at) == '\r' || text.charAt(at) == '\n') {
        row.add("");
        end();
      }
    } else if (next == '\n' || next == '\r') {
      at += next == '\r' && at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
      endRow();
    } else {
      throw FlowError.CSV.exception("text follows a quoted cell");
    }
  }

  private void endRow() {
    boolean isBlank = row.isEmpty() || row.size() == 1 && row.get(0).isEmpty();
    if (!isBlank) {
      rows.add(row);
    }
    row = new ArrayList<>();
  }

  /** One row with its line end. */
  static void write(StringBuilder out, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      out.append(i == 0 ? "" : ",").append(quotedIfNeeded(cells.get(i)));
    }
    out.append("\r\n");
  }

  private static String quotedIfNeeded(String cell) {
    boolean plain = cell.chars().noneMatch(it -> ",\"\r\n".indexOf(it) >= 0);
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
