package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.vestibule.entity.access.AccessType;
import org.vestibule.entity.definition.AccessChanges;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.SchemaJson;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.directory.ConfigDirectory;
import org.vestibule.platform.capture.request.CaptureReply;

/** Showing and changing which attributes a client reads and writes (entity.md 12.11). */
@Singleton
public class AccessSchemaOperations {
  private static final String CLIENT = "for_client_id";
  private static final String NOTICE =
      "The attributes id, uuid, created and lastUpdated are always part of an access schema.";

  private final Calls calls;
  private final ConfigDirectory directory;
  private final AccessChanges changes;

  /** Takes the steps of a call. */
  public AccessSchemaOperations(Calls calls, ConfigDirectory directory, AccessChanges changes) {
    this.calls = calls;
    this.directory = directory;
    this.changes = changes;
  }

  Uni<Response> get(RoutingContext routing) {
    return calls.reading(routing, CaptureOperation.ENTITY_TYPE_ACCESS_SCHEMA).chain(this::get);
  }

  private Uni<Response> get(Call call) {
    Side side = side(call);
    return known(call, side)
        .chain(() -> calls.typed(call))
        .map(typed -> CaptureReply.ok(view(typed.type(), side)));
  }

  Uni<Response> set(RoutingContext routing) {
    return calls.writing(routing, CaptureOperation.ENTITY_TYPE_CHANGE).chain(this::set);
  }

  private Uni<Response> set(Call call) {
    Side side = side(call);
    List<String> attributes = call.arguments().requiredTexts("attributes");
    return change(call, side, Optional.of(attributes))
        .map(type -> CaptureReply.ok(view(type, side).put("notice", NOTICE)));
  }

  Uni<Response> delete(RoutingContext routing) {
    return calls.writing(routing, CaptureOperation.ENTITY_TYPE_CHANGE).chain(this::delete);
  }

  private Uni<Response> delete(Call call) {
    return change(call, side(call), Optional.empty()).map(type -> CaptureReply.ok());
  }

  private Uni<EntityType> change(Call call, Side side, Optional<List<String>> attributes) {
    return known(call, side)
        .chain(() -> calls.typed(call))
        .chain(
            typed ->
                changes.set(typed.type(), side.client(), side.type(), attributes, typed.context()));
  }

  private static Side side(Call call) {
    call.typeName();
    String client = call.arguments().required(CLIENT);
    String type = call.arguments().required("access_type");
    return new Side(
        client,
        AccessType.of(type)
            .orElseThrow(
                () -> Violations.invalidArgument("access_type", "there is no type " + type)));
  }

  /** Only the application's own clients have access schemas. */
  private Uni<Void> known(Call call, Side side) {
    return directory
        .client(side.client())
        .invoke(
            found ->
                found
                    .filter(it -> it.applicationId().equals(call.caller().applicationId()))
                    .orElseThrow(
                        () ->
                            Violations.invalidArgument(
                                CLIENT, "for_client_id is not a client of the application")))
        .replaceWithVoid();
  }

  private static ObjectNode view(EntityType type, Side side) {
    return TypeReplies.members(
        type.name(),
        SchemaJson.write(type.access().view(type.schema(), side.client(), side.type())));
  }

  private record Side(String client, AccessType type) {}
}
