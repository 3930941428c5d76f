package org.vestibule.entity.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.Selection;
import org.vestibule.platform.json.Json;

/**
 * The stored access schemas of one entity type.
 *
 * @param byClient client id, then access type, then a list of paths
 */
public record AccessSchemas(ObjectNode byClient) {

  /** The part of a schema that a client sees; everything when nothing is stored for it. */
  public Schema view(Schema schema, String clientId, AccessType type) {
    return paths(clientId, type)
        .map(paths -> new Schema(Selection.of(paths).cutWithReserved(schema.root())))
        .orElse(schema);
  }

  /** The same with other paths for a client, or none. */
  public AccessSchemas with(String clientId, AccessType type, Optional<List<String>> paths) {
    ObjectNode copy = byClient.deepCopy();
    ObjectNode own = copy.withObjectProperty(clientId);
    paths.ifPresentOrElse(
        it -> own.set(type.wireName(), Json.tree(it)), () -> own.remove(type.wireName()));
    return new AccessSchemas(copy);
  }

  /** The same with each path replaced; a path that becomes nothing is left out. */
  public AccessSchemas map(Function<String, Optional<String>> change) {
    ObjectNode copy = byClient.deepCopy();
    for (JsonNode client : copy) {
      client.properties().forEach(it -> it.setValue(changed(it.getValue(), change)));
    }
    return new AccessSchemas(copy);
  }

  private static JsonNode changed(JsonNode paths, Function<String, Optional<String>> change) {
    List<String> kept = new ArrayList<>();
    paths.forEach(it -> change.apply(it.asText()).ifPresent(kept::add));
    return Json.tree(kept);
  }

  private Optional<List<AttributePath>> paths(String clientId, AccessType type) {
    JsonNode stored = byClient.path(clientId).path(type.wireName());
    if (!stored.isArray()) {
      return Optional.empty();
    }
    List<AttributePath> paths = new ArrayList<>();
    stored.forEach(it -> AttributePath.parse(it.asText()).ifPresent(paths::add));
    return Optional.of(paths);
  }
}
