package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.vestibule.entity.definition.AttributeChanges;
import org.vestibule.entity.definition.PasswordSettings;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;

/** Changing the attributes of entity types (entity.md 12.4-12.6, 12.10, 13). */
@Singleton
public class EntityTypeAttributes {
  private static final String NAME = "attribute_name";

  private final Calls calls;
  private final AttributeChanges changes;
  private final PasswordSettings passwords;

  /** Takes the steps of a call. */
  public EntityTypeAttributes(Calls calls, AttributeChanges changes, PasswordSettings passwords) {
    this.calls = calls;
    this.changes = changes;
    this.passwords = passwords;
  }

  Uni<Response> add(RoutingContext routing) {
    return change(
        routing,
        call -> {
          JsonNode definition = call.arguments().object("attr_def");
          return typed -> changes.add(typed.type(), definition, typed.context());
        });
  }

  Uni<Response> remove(RoutingContext routing) {
    return change(
        routing,
        call -> {
          String path = call.arguments().required(NAME);
          return typed -> changes.remove(typed.type(), path, typed.context());
        });
  }

  Uni<Response> rename(RoutingContext routing) {
    return change(
        routing,
        call -> {
          String from = call.arguments().required("source_name");
          String to = call.arguments().required("target_name");
          return typed -> changes.rename(typed.type(), from, to, typed.context());
        });
  }

  Uni<Response> constrain(RoutingContext routing) {
    return change(
        routing,
        call -> {
          String path = call.arguments().required(NAME);
          JsonNode constraints = call.arguments().json("constraints");
          return typed -> changes.constrain(typed.type(), path, constraints, typed.context());
        });
  }

  Uni<Response> describe(RoutingContext routing) {
    return change(
        routing,
        call -> {
          String path = call.arguments().required(NAME);
          JsonNode description = call.arguments().json("description");
          if (!description.isTextual() && !description.isNull()) {
            throw Violations.invalidArgument("description", "it is not a JSON string");
          }
          return typed ->
              changes.describe(typed.type(), path, description.textValue(), typed.context());
        });
  }

  Uni<Response> setPasswordSettings(RoutingContext routing) {
    return calls
        .writing(routing, CaptureOperation.ENTITY_TYPE_CHANGE)
        .chain(this::setPasswordSettings);
  }

  private Uni<Response> setPasswordSettings(Call call) {
    call.typeName();
    int size = PasswordSettings.historySize(call.arguments().json("settings"));
    return calls
        .typed(call)
        .chain(typed -> passwords.set(typed.type(), size, typed.context()))
        .map(type -> CaptureReply.ok(settings(size)));
  }

  private static ObjectNode settings(int size) {
    ObjectNode settings = Json.object().put("historySize", size == 0 ? null : (Integer) size);
    return Json.object().set("settings", settings);
  }

  /** Arguments are read first, then the type is found and changed. */
  private Uni<Response> change(
      RoutingContext routing, Function<Call, Function<TypedCall, Uni<EntityType>>> read) {
    return calls
        .writing(routing, CaptureOperation.ENTITY_TYPE_CHANGE)
        .chain(
            call -> {
              call.typeName();
              Function<TypedCall, Uni<EntityType>> work = read.apply(call);
              return calls.typed(call).chain(typed -> work.apply(typed));
            })
        .map(TypeReplies::schema);
  }
}
