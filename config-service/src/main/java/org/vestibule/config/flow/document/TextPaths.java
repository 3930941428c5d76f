package org.vestibule.config.flow.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the translation keys of a flow are used (configuration.md 5.2). */
public final class TextPaths {
  private static final List<String> MEMBERS =
      List.of(
          "label",
          "tip",
          "placeholder",
          "elementText",
          "dayLabelDateSelect",
          "monthLabelDateSelect",
          "yearLabelDateSelect");

  private final Map<String, String> paths = new HashMap<>();

  private TextPaths() {}

  /** The paths of a flow. */
  public static TextPaths of(FlowDocument document) {
    return document.paths();
  }

  /** Reads the paths of a flow; of a key that is used twice, the first one. */
  static TextPaths in(FlowDocument document) {
    TextPaths paths = new TextPaths();
    document.all(Section.ITEM).forEach(paths::add);
    return paths;
  }

  /** The path of a key; empty when nothing uses it. */
  public String of(String key) {
    return paths.getOrDefault(key, "");
  }

  private void add(String name, ObjectNode item) {
    add("strings." + name + ".value", item.path("value"));
    String base = "fields." + name + ".";
    MEMBERS.forEach(member -> add(base + member, item.path(member)));
    addAll(base + "options.", ".label", item.path("options"), "text");
    addAll(base + "monthNames.", "", item.path("monthNames"), "");
    for (JsonNode rule : item.path("validation")) {
      add(base + "validation.messages." + rule.path("rule").asText(), rule.path("message"));
    }
  }

  private void addAll(String before, String after, JsonNode list, String member) {
    for (int i = 0; i < list.size(); i++) {
      add(before + i + after, member.isEmpty() ? list.get(i) : list.get(i).path(member));
    }
  }

  private void add(String path, JsonNode reference) {
    if (reference.path("key").isTextual()) {
      paths.putIfAbsent(reference.path("key").textValue(), path);
    }
  }
}
