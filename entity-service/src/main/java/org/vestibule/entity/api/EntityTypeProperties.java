package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.vestibule.entity.definition.PropertyChanges;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.rule.TypeProperty;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;

/** Showing and changing the rules of entity types (entity.md 12.7-12.9, 13). */
@Singleton
public class EntityTypeProperties {
  private static final String PROPERTY = "property";

  private final Calls calls;
  private final PropertyChanges changes;

  /** Takes the steps of a call. */
  public EntityTypeProperties(Calls calls, PropertyChanges changes) {
    this.calls = calls;
    this.changes = changes;
  }

  Uni<Response> rules(RoutingContext routing) {
    return opened(routing)
        .chain(calls::typed)
        .map(
            typed ->
                typed.type().terms().properties().stream()
                    .filter(it -> it.kind() == TypeProperty.Kind.RULE)
                    .map(TypeProperty::json)
                    .toList())
        .map(EntityTypeProperties::results);
  }

  Uni<Response> properties(RoutingContext routing) {
    return opened(routing)
        .chain(calls::typed)
        .map(
            typed ->
                typed.type().terms().properties().stream()
                    .map(EntityTypeProperties::withKind)
                    .toList())
        .map(EntityTypeProperties::results);
  }

  private static Response results(List<ObjectNode> all) {
    ArrayNode array = Json.array();
    all.forEach(array::add);
    return CaptureReply.ok(Json.object().set("results", array));
  }

  private static ObjectNode withKind(TypeProperty property) {
    return property.json().put(PROPERTY, property.kind().wireName());
  }

  Uni<Response> addRule(RoutingContext routing) {
    return opened(routing).chain(this::addRule);
  }

  private Uni<Response> addRule(Call call) {
    Arguments arguments = call.arguments();
    List<String> attributes = arguments.texts("attributes").orElse(List.of());
    String description = arguments.text("description").map(Unquoted::text).orElse(null);
    JsonNode definition = arguments.json("definition");
    return calls
        .typed(call)
        .chain(
            typed ->
                changes.addRule(typed.type(), attributes, description, definition, typed.context()))
        .map(rule -> CaptureReply.ok(Json.object().set("result", rule.json())));
  }

  Uni<Response> addProperty(RoutingContext routing) {
    return opened(routing).chain(this::addProperty);
  }

  private Uni<Response> addProperty(Call call) {
    ObjectNode given = call.arguments().object(PROPERTY);
    List<String> attributes = attributes(given.path("attributes"));
    return calls
        .typed(call)
        .chain(typed -> add(typed, given, attributes))
        .map(it -> CaptureReply.ok(Json.object().set("result", withKind(it))));
  }

  private Uni<TypeProperty> add(TypedCall call, ObjectNode given, List<String> attributes) {
    return switch (given.path("type").asText()) {
      case "rule" ->
          changes.addRule(
              call.type(),
              attributes,
              given.path("description").textValue(),
              given.path("definition"),
              call.context());
      case "unique" -> changes.addUnique(call.type(), attributes, call.context());
      default -> throw Violations.invalidArgument(PROPERTY, "its type is rule or unique");
    };
  }

  private static List<String> attributes(JsonNode array) {
    List<String> attributes = new ArrayList<>();
    for (JsonNode it : array) {
      if (!it.isTextual()) {
        throw Violations.invalidArgument(PROPERTY, "its attributes are a list of names");
      }
      attributes.add(it.textValue());
    }
    return attributes;
  }

  Uni<Response> removeRule(RoutingContext routing) {
    return remove(routing, true);
  }

  Uni<Response> removeProperty(RoutingContext routing) {
    return remove(routing, false);
  }

  private Uni<Response> remove(RoutingContext routing, boolean onlyRules) {
    return opened(routing).chain(call -> remove(call, onlyRules)).map(done -> CaptureReply.ok());
  }

  private Uni<?> remove(Call call, boolean onlyRules) {
    UUID uuid = call.arguments().uuid("uuid");
    return calls
        .typed(call)
        .chain(typed -> changes.remove(typed.type(), uuid, onlyRules, typed.context()));
  }

  private Uni<Call> opened(RoutingContext routing) {
    return calls
        .writing(routing, CaptureOperation.ENTITY_TYPE_CHANGE)
        .invoke(call -> call.typeName());
  }
}
