package org.vestibule.config.flow.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.config.flow.wire.MediaTypes;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;

/** Translations of a request body, in JSON or as CSV (configuration.md 10.3 and 10.4). */
record GivenTexts(List<Entry> entries) {
  private static final String JSON = "application/json";
  static final String CSV = "text/csv";

  /** One key, or the empty string for a new one, with texts by locale. */
  record Entry(String key, Map<String, String> texts) {}

  static GivenTexts read(EdgeRequest request) {
    boolean untyped = request.mediaType().isEmpty();
    return untyped || MediaTypes.sent(request, List.of(JSON, CSV)).equals(JSON)
        ? json(request)
        : csv(MediaTypes.text(request));
  }

  /** All locales that are named, in their order. */
  Set<String> locales() {
    Set<String> locales = new LinkedHashSet<>();
    entries.forEach(it -> locales.addAll(it.texts.keySet()));
    return locales;
  }

  private static GivenTexts json(EdgeRequest request) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode given : list(request)) {
      Map<String, String> texts = new LinkedHashMap<>();
      if (!given.path("values").isObject()) {
        throw FlowError.MISSING.exception("values");
      }
      given.path("values").properties().forEach(it -> put(texts, it.getKey(), it.getValue()));
      entries.add(new Entry(given.path("key").asText(), texts));
    }
    return new GivenTexts(entries);
  }

  private static JsonNode list(EdgeRequest request) {
    try {
      JsonNode body = Json.parse(request.body());
      if (body.isArray()) {
        return body;
      }
    } catch (Json.Malformed malformed) {
      throw FlowError.NOT_A_LIST.exception();
    }
    throw FlowError.NOT_A_LIST.exception();
  }

  private static void put(Map<String, String> texts, String locale, JsonNode text) {
    if (!text.isTextual()) {
      throw FlowError.MUST_BE.at("values", "an object of strings");
    }
    texts.put(locale, text.textValue());
  }

  private static GivenTexts csv(String body) {
    List<List<String>> rows = Csv.read(body);
    if (rows.isEmpty()) {
      throw FlowError.CSV.exception("it has no header");
    }
    List<String> header = rows.get(0);
    if (Set.copyOf(header).size() != header.size()) {
      throw FlowError.CSV.exception("a column is there twice");
    }
    return new GivenTexts(
        rows.subList(1, rows.size()).stream().map(row -> entry(header, row)).toList());
  }

  private static Entry entry(List<String> header, List<String> row) {
    if (row.size() != header.size()) {
      throw FlowError.CSV.exception("a row has not as many cells as the header");
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      cells.put(header.get(i), row.get(i));
    }
    String key = cells.getOrDefault("key", "");
    cells.keySet().removeAll(Set.of("key", "path"));
    return new Entry(key, cells);
  }
}
