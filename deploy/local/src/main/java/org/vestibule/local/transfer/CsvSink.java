package org.vestibule.local.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes a table whose columns are the attributes; plurals and free JSON are JSON in a cell. */
final class CsvSink implements RecordSink {
  private static final JsonMapper JSON = RecordJson.MAPPER;

  private static final Set<String> ALWAYS = Set.of("id", "uuid", "created", "lastUpdated");

  private final List<Cell> cells;
  private final SequenceWriter writer;

  /** A column: the names of its attribute from the root, and whether its values are JSON. */
  private record Cell(List<String> path, boolean isJson) {}

  private CsvSink(List<Cell> cells, SequenceWriter writer) {
    this.cells = cells;
    this.writer = writer;
  }

  /** Writes the header. */
  static CsvSink open(Path file, TypeColumns columns, List<String> wanted) throws IOException {
    List<Cell> cells = new ArrayList<>();
    for (String path : columns.cells()) {
      if (isWanted(path, wanted)) {
        cells.add(new Cell(List.of(path.split("[.]")), isJson(columns.type(path).orElseThrow())));
      }
    }
    CsvMapper mapper =
        CsvMapper.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();
    SequenceWriter writer = mapper.writerFor(List.class).writeValues(Files.newBufferedWriter(file));
    writer.write(cells.stream().map(it -> String.join(".", it.path())).toList());
    return new CsvSink(cells, writer);
  }

  private static boolean isJson(String type) {
    return type.equals("plural") || type.equals("json");
  }

  private static boolean isWanted(String path, List<String> wanted) {
    return wanted == null
        || ALWAYS.contains(path)
        || wanted.stream().map(TypeColumns::dotted).anyMatch(it -> isOneBelowOther(path, it));
  }

  private static boolean isOneBelowOther(String path, String other) {
    return (path + ".").startsWith(other + ".") || (other + ".").startsWith(path + ".");
  }

  @Override
  public void write(String record) throws IOException {
    JsonNode tree = JSON.readTree(record);
    List<String> row = new ArrayList<>(cells.size());
    for (Cell cell : cells) {
      row.add(text(at(tree, cell.path()), cell.isJson()));
    }
    writer.write(row);
  }

  private static JsonNode at(JsonNode record, List<String> path) {
    JsonNode at = record;
    for (String name : path) {
      at = at.path(name);
    }
    return at;
  }

  /** An empty plural says as little as no value. */
  private static String text(JsonNode value, boolean isJson) {
    if (value.isNull() || value.isMissingNode() || value.isArray() && value.isEmpty() && isJson) {
      return "";
    }
    return isJson || value.isContainerNode() ? value.toString() : plain(value);
  }

  private static String plain(JsonNode value) {
    return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
