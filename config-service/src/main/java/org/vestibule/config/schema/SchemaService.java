package org.vestibule.config.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.vestibule.config.client.Caller;
import org.vestibule.config.wire.ConfigError;
import org.vestibule.platform.capture.directory.SchemaDirectory;
import org.vestibule.platform.capture.directory.SchemaView;

/** Entity types and attributes of an application, which entity-service owns. */
@Singleton
public class SchemaService {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  private final SchemaDirectory directory;
  private final EntityTypes types;

  SchemaService(SchemaDirectory directory, EntityTypes types) {
    this.directory = directory;
    this.types = types;
  }

  /** The names of all entity types. */
  public Uni<List<String>> names(Caller caller) {
    return types.names(caller.applicationId(), caller.context());
  }

  /** The entity type, or the refusal that there is none. */
  Uni<SchemaView> require(String applicationId, String type) {
    Uni<Optional<SchemaView>> found =
        NAME.matcher(type).matches()
            ? directory.type(applicationId, type)
            : Uni.createFrom().item(Optional.empty());
    return found.map(
        it -> it.orElseThrow(() -> ConfigError.ENTITY_TYPE_NOT_FOUND.problem().exception()));
  }

  /** The definition at a dotted path of the entity type, or the refusal that there is none. */
  Uni<JsonNode> requireAttribute(String applicationId, String type, String path) {
    return require(applicationId, type)
        .map(schema -> schema.attribute(path))
        .map(it -> it.orElseThrow(() -> ConfigError.ATTRIBUTE_NOT_FOUND.problem().exception()));
  }

  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
