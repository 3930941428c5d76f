package org.vestibule.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads profiles from a CSV file whose header names attributes by path: new ones in batches, known
 * ones by a key. Each row ends in one of two logs.
 */
final class CsvLoader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 500;
  private static final int NOT_FOUND = 310;

  private final CaptureClient client;
  private final String type;
  private final Map<Integer, String> stored = new LinkedHashMap<>();
  private final Map<Integer, Integer> refused = new LinkedHashMap<>();

  CsvLoader(CaptureClient client, String type) {
    this.client = client;
    this.type = type;
  }

  /** The uuids of the stored rows by the number of their line. */
  Map<Integer, String> stored() {
    return stored;
  }

  /** The error codes of the others. */
  Map<Integer, Integer> refused() {
    return refused;
  }

  /** Loads a file of people who are all new. */
  void load(String csv) {
    List<Row> rows = rows(csv);
    for (int i = 0; i < rows.size(); i += BATCH) {
      create(rows.subList(i, Math.min(rows.size(), i + BATCH)));
    }
  }

  /** Loads a file of people some of whom are known by a unique attribute. */
  void loadDelta(String csv, String key) {
    List<Row> unknown = new ArrayList<>();
    for (Row row : rows(csv)) {
      if (!update(row, key)) {
        unknown.add(row);
      }
    }
    create(unknown);
  }

  private boolean update(Row row, String key) {
    JsonNode reply =
        client.call(
            "entity.update",
            Map.of(
                "type_name",
                type,
                "key_attribute",
                key,
                "key_value",
                row.attributes().path(key).toString(),
                "value",
                row.attributes().toString(),
                "include_record",
                "true"));
    if (reply.path("code").asInt() == NOT_FOUND) {
      return false;
    }
    if (reply.path("stat").asText().equals("ok")) {
      stored.put(row.line(), reply.path("result").path("uuid").asText());
    } else {
      refused.put(row.line(), reply.path("code").asInt());
    }
    return true;
  }

  private void create(List<Row> batch) {
    if (batch.isEmpty()) {
      return;
    }
    var all = JSON.createArrayNode();
    batch.forEach(it -> all.add(it.attributes()));
    JsonNode results =
        client
            .require(
                "entity.bulkCreate",
                Map.of("type_name", type, "all_attributes", all.toString(), "timeout", "60"))
            .path("uuid_results");
    for (int i = 0; i < batch.size(); i++) {
      note(batch.get(i).line(), results.get(i));
    }
  }

  private void note(int line, JsonNode result) {
    if (result.isTextual()) {
      stored.put(line, result.textValue());
    } else {
      refused.put(line, result.path("code").intValue());
    }
  }

  private static List<Row> rows(String csv) {
    List<List<String>> lines = Csv.read(csv);
    List<String> header = lines.get(0);
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      rows.add(new Row(i, attributes(header, lines.get(i))));
    }
    return rows;
  }

  /** Cells of objects and numbers are JSON, all others texts; empty ones are left out. */
  private static ObjectNode attributes(List<String> header, List<String> cells) {
    ObjectNode attributes = JSON.createObjectNode();
    for (int i = 0; i < header.size(); i++) {
      String cell = cells.get(i);
      if (!cell.isEmpty()) {
        boolean isJson = cell.startsWith("[") || cell.startsWith("{") || cell.matches("-?[0-9]+");
        put(attributes, header.get(i), isJson ? CaptureClient.parse(cell) : JSON.valueToTree(cell));
      }
    }
    return attributes;
  }

  private static void put(ObjectNode attributes, String path, JsonNode value) {
    ObjectNode at = attributes;
    String[] names = path.split("\\.");
    for (int i = 0; i < names.length - 1; i++) {
      at = at.withObjectProperty(names[i]);
    }
    at.set(names[names.length - 1], value);
  }

  private record Row(int line, ObjectNode attributes) {}
}
