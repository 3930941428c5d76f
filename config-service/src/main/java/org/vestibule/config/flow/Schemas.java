package org.vestibule.config.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.document.Section;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.platform.capture.directory.SchemaView;

/**
 * The entity types that a flow serves.
 *
 * @param names those that were asked for
 * @param found those that exist
 */
public record Schemas(List<String> names, Map<String, SchemaView> found) {
  /** Refuses a type that the application lacks. */
  public void requireTypes() {
    names.stream()
        .filter(it -> !found.containsKey(it))
        .findFirst()
        .ifPresent(
            it -> {
              throw FlowError.NOT_AN_ENTITY_TYPE.at("schemas", it);
            });
  }

  /** Refuses the path of an attribute that one of the types lacks, naming the member. */
  public void requireAttribute(String member, String path) {
    lacking(path)
        .ifPresent(
            type -> {
              throw FlowError.NOT_AN_ATTRIBUTE.at(member, path, type);
            });
  }

  /** Refuses a flow that uses an attribute that one of the types lacks, naming the item. */
  public void requireAll(FlowDocument document) {
    requireTypes();
    document.all(Section.ITEM).forEach((name, item) -> requireAll(name, item.path("schemaId")));
    document.strings("userData").forEach(it -> requireAttribute("userData", it));
  }

  private void requireAll(String member, JsonNode schemaId) {
    if (schemaId.isTextual()) {
      requireAttribute(member, schemaId.textValue());
    }
    schemaId.forEach(it -> requireAttribute(member, it.asText()));
  }

  private Optional<String> lacking(String path) {
    return names.stream().filter(it -> !has(it, path)).findFirst();
  }

  private boolean has(String type, String path) {
    return Optional.ofNullable(found.get(type)).flatMap(it -> it.attribute(path)).isPresent();
  }
}
