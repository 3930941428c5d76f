package org.vestibule.config.flow.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.vestibule.config.flow.wire.WellFormed;
import org.vestibule.platform.json.Json;

/** What a new version of a flow adds, replaces and removes, in the form in which it is stored. */
public final class PartChanges {
  private final ArrayNode rows = Json.array();

  PartChanges() {}

  void add(Section section, Map<String, ObjectNode> before, Map<String, ObjectNode> after) {
    after.forEach((name, body) -> addIfChanged(section, name, before.get(name), body));
    before.keySet().stream()
        .filter(name -> !after.containsKey(name))
        .forEach(name -> add(section, name, null));
  }

  private void addIfChanged(Section section, String name, ObjectNode before, ObjectNode after) {
    if (before != after && !after.equals(before)) {
      add(section, name, after);
    }
  }

  private void add(Section section, String name, ObjectNode body) {
    ObjectNode row = rows.addObject();
    row.put("section", section.stored()).put("name", name).put("position", rows.size());
    row.set("body", body);
  }

  /** Refuses texts that cannot be stored. */
  public void requireStorable() {
    WellFormed.require(rows);
  }

  /** Whether the two states are the same. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** An array of objects with section, name, position and body; no body removes the part. */
  public String json() {
    return Json.write(rows);
  }
}
