package org.vestibule.local.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vestibule.local.host.StackFailure;

/** Turns rows of a CSV file into records, as its header says. */
final class CsvRow {
  private static final JsonMapper JSON = RecordJson.MAPPER;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,39})([.][0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");

  private final List<Column> columns;

  private CsvRow(List<Column> columns) {
    this.columns = columns;
  }

  private record Column(List<String> path, String type) {}

  /** Reads a header: paths of attributes with dots or slashes. */
  static CsvRow of(String[] header, TypeColumns types) {
    List<Column> columns = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (String cell : header) {
      String path = TypeColumns.dotted(cell.strip());
      String type =
          types
              .type(path)
              .orElseThrow(
                  () -> new StackFailure("The type has no attribute for column " + shown(cell)));
      if (!seen.add(path)) {
        throw new StackFailure("Two columns are about " + path + ".");
      }
      columns.add(new Column(List.of(path.split("[.]")), type));
    }
    return new CsvRow(columns);
  }

  private static String shown(String cell) {
    String printable = cell.replaceAll("\\p{C}", "?");
    return "\"" + printable.substring(0, Math.min(printable.length(), 100)) + "\".";
  }

  int size() {
    return columns.size();
  }

  /** The record of a row; empty cells say nothing. */
  byte[] json(String[] cells) throws JsonProcessingException {
    ObjectNode record = JSON.createObjectNode();
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        put(record, columns.get(i), cells[i]);
      }
    }
    return JSON.writeValueAsBytes(record);
  }

  private static void put(ObjectNode record, Column column, String cell) {
    ObjectNode parent = record;
    int last = column.path().size() - 1;
    for (String name : column.path().subList(0, last)) {
      parent = parent.get(name) instanceof ObjectNode there ? there : parent.putObject(name);
    }
    parent.set(column.path().get(last), value(column.type(), cell));
  }

  /** What is not of its type stays the text that it is: the service says what is wrong with it. */
  private static JsonNode value(String type, String cell) {
    return switch (type) {
      case "integer", "decimal", "id" -> NUMBER.matcher(cell).matches() ? parsed(cell) : text(cell);
      case "boolean" -> bool(cell);
      case "object", "plural", "json" -> parsed(cell);
      default -> type.startsWith("password") && cell.startsWith("{") ? parsed(cell) : text(cell);
    };
  }

  private static JsonNode bool(String cell) {
    String word = cell.toLowerCase(Locale.ROOT);
    return word.equals("true") || word.equals("false")
        ? BooleanNode.valueOf(word.equals("true"))
        : text(cell);
  }

  private static JsonNode parsed(String cell) {
    try {
      return JSON.readTree(cell);
    } catch (JsonProcessingException noJson) {
      return text(cell);
    }
  }

  private static JsonNode text(String cell) {
    return TextNode.valueOf(cell);
  }
}
