package org.vestibule.entity.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.vestibule.entity.rule.TypeProperty;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;

/** Reads the lists that PostgreSQL gathers for a type. */
final class CatalogueRows {
  private CatalogueRows() {}

  /**
   * Indexes from {@code [id, path, kind, state]}; one that is built for an attribute which the
   * schema does not have yet is left out.
   */
  static List<AttributeIndex> indexes(Schema schema, JsonNode rows) {
    List<AttributeIndex> indexes = new ArrayList<>();
    for (JsonNode row : rows) {
      List<Optional<Located>> parts =
          Arrays.stream(row.get(1).asText().split(",")).map(it -> located(schema, it)).toList();
      if (parts.stream().allMatch(Optional::isPresent)) {
        indexes.add(index(parts.stream().map(Optional::orElseThrow).toList(), row));
      }
    }
    return indexes;
  }

  private static Optional<Located> located(Schema schema, String path) {
    return AttributePath.parse(path).flatMap(it -> Located.in(schema, it));
  }

  private static AttributeIndex index(List<Located> parts, JsonNode row) {
    return new AttributeIndex(
        row.get(0).asInt(),
        parts,
        AttributeIndex.Kind.of(row.get(2).asText()),
        row.get(3).asText().equals("ready"));
  }

  static List<TypeProperty> properties(JsonNode rows) {
    return list(rows, CatalogueRows::property);
  }

  private static TypeProperty property(JsonNode row) {
    JsonNode definition = row.path("definition");
    return new TypeProperty(
        UUID.fromString(row.path("uuid").asText()),
        TypeProperty.Kind.valueOf(row.path("kind").asText().toUpperCase(Locale.ROOT)),
        list(row.path("attributes"), JsonNode::asText),
        row.path("description").textValue(),
        definition.isNull() ? null : definition);
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
    List<T> list = new ArrayList<>();
    array.forEach(it -> list.add(element.apply(it)));
    return list;
  }
}
