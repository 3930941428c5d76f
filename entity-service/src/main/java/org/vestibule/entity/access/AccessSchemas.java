package org.vestibule.entity.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.Selection;

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
