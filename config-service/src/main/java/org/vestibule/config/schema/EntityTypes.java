package org.vestibule.config.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import org.vestibule.config.client.Caller;
import org.vestibule.config.wire.ConfigError;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.internal.InternalCallException;
import org.vestibule.platform.internal.InternalClient;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.internal.InternalResponse;

/** Asks entity-service for the types of an application and has their attributes changed. */
@Singleton
class EntityTypes {
  /** A change waits for others of the type and until the other replicas know. */
  private static final Duration CHANGE_LIMIT = Duration.ofSeconds(20);

  private final InternalClient reads;
  private final InternalClient changes;

  EntityTypes(InternalClients clients) {
    this.reads = clients.to("entity");
    this.changes = clients.to("entity", "schemas");
  }

  Uni<List<String>> names(String applicationId, CallContext context) {
    String path = "/internal/applications/" + applicationId + "/types";
    return reads
        .get(path, context)
        .map(reply -> require(path, reply).path("names"))
        .map(names -> SchemaService.list(names).stream().map(JsonNode::asText).toList());
  }

  /** What entity-service says: {@code changed}, or {@code refused} with the violations. */
  Uni<JsonNode> change(Caller caller, String type, String operation, ObjectNode body) {
    String path =
        "/internal/applications/%s/types/%s/attributes/%s"
            .formatted(caller.applicationId(), segment(type), operation);
    return changes
        .post(path, body, caller.context(), null, CHANGE_LIMIT)
        .map(reply -> require(path, reply));
  }

  private static JsonNode require(String path, InternalResponse reply) {
    if (reply.isNotFound()) {
      throw ConfigError.ENTITY_TYPE_NOT_FOUND.problem().exception();
    }
    if (!reply.isOk()) {
      throw new UncheckedIOException(new InternalCallException(path, reply.status()));
    }
    return reply.body();
  }

  private static String segment(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
