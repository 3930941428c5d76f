package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Walks down objects by name. */
final class Names {
  private Names() {}

  static List<String> append(List<String> names, String name) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return longer;
  }

  static JsonNode at(JsonNode node, List<String> names) {
    JsonNode at = node;
    for (String name : names) {
      at = at.path(name);
    }
    return at;
  }
}
