package org.vestibule.local.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attributes of an entity type as columns of a table, each with its type. */
final class TypeColumns {
  private final Map<String, String> types = new LinkedHashMap<>();

  private TypeColumns() {}

  /** Those of a schema, which is a list of definitions of attributes. */
  static TypeColumns of(JsonNode attributes) {
    TypeColumns columns = new TypeColumns();
    columns.add(attributes, "");
    return columns;
  }

  private void add(JsonNode attributes, String above) {
    for (JsonNode attribute : attributes) {
      String path = above + attribute.path("name").asText();
      String type = attribute.path("type").asText();
      types.put(path, type);
      if (type.equals("object")) {
        add(attribute.path("attr_defs"), path + ".");
      }
    }
  }

  /** A path with dots, from one that may have slashes and begin with some. */
  static String dotted(String path) {
    return path.replace('/', '.').replaceAll("^[.]+", "");
  }

  /** The type of the attribute at a path with dots. */
  Optional<String> type(String path) {
    return Optional.ofNullable(types.get(path));
  }

  /** The paths of everything that is one cell: objects are their attributes. */
  List<String> cells() {
    List<String> cells = new ArrayList<>();
    types.forEach(
        (path, type) -> {
          if (!type.equals("object")) {
            cells.add(path);
          }
        });
    return cells;
  }
}
