package org.vestibule.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Copies profiles out page by page behind the last id, later only those that were written since the
 * copy before.
 */
final class KeysetExporter {
  private static final int PAGE = 1_000;
  private final CaptureClient client;
  private final String type;
  private final String attributes;
  private final Map<String, JsonNode> copy = new LinkedHashMap<>();
  private String newest = "";
  private int pages;

  KeysetExporter(CaptureClient client, String type, String attributes) {
    this.client = client;
    this.type = type;
    this.attributes = attributes;
  }

  /** The profiles by uuid. */
  Map<String, JsonNode> copy() {
    return copy;
  }

  int pages() {
    return pages;
  }

  /** Copies everything; the number of profiles that came. */
  int exportAll() {
    return export("");
  }

  /** Copies what was written since the newest that is known, that one included. */
  int exportDelta() {
    return export(" and lastUpdated >= '" + newest + "'");
  }

  private int export(String condition) {
    long last = 0;
    int count = 0;
    int size;
    do {
      JsonNode results = page("id > " + last + condition);
      size = results.size();
      count += size;
      for (JsonNode profile : results) {
        last = profile.path("id").longValue();
        keep(profile);
      }
    } while (size == PAGE);
    return count;
  }

  private JsonNode page(String filter) {
    pages++;
    return client
        .require(
            "entity.find",
            Map.of(
                "type_name",
                type,
                "filter",
                filter,
                "sort_on",
                "[\"id\"]",
                "max_results",
                Integer.toString(PAGE),
                "attributes",
                attributes,
                "timeout",
                "60"))
        .path("results");
  }

  /** Times of one form have the order of their texts. */
  private void keep(JsonNode profile) {
    copy.put(profile.path("uuid").textValue(), profile);
    String written = profile.path("lastUpdated").textValue();
    if (written.compareTo(newest) > 0) {
      newest = written;
    }
  }
}
