package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.vestibule.entity.definition.NewType;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.SchemaJson;
import org.vestibule.entity.type.TypeLifecycle;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;

/** Listing, showing, making and removing entity types (entity.md 12.1-12.3, 13). */
@Singleton
public class EntityTypes {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  private final Calls calls;
  private final TypeLifecycle types;

  /** Takes the steps of a call. */
  public EntityTypes(Calls calls, TypeLifecycle types) {
    this.calls = calls;
    this.types = types;
  }

  Uni<Response> list(RoutingContext routing) {
    return calls
        .reading(routing, CaptureOperation.ENTITY_TYPE_CHANGE)
        .chain(call -> types.names(call.caller().applicationId()))
        .map(names -> CaptureReply.ok(Json.object().set("results", Json.tree(names))));
  }

  Uni<Response> show(RoutingContext routing) {
    return calls.reading(routing, CaptureOperation.ENTITY_TYPE).chain(this::show);
  }

  private Uni<Response> show(Call call) {
    call.typeName();
    boolean withoutReserved = call.arguments().flag("remove_reserved");
    return calls
        .typed(call)
        .map(typed -> TypeReplies.schema(typed.type().name(), definitions(typed, withoutReserved)));
  }

  private static ArrayNode definitions(TypedCall call, boolean withoutReserved) {
    Schema schema = call.type().schema();
    ArrayNode all = SchemaJson.write(schema);
    if (withoutReserved) {
      removeReserved(schema, all);
    }
    return TypeReplies.withHistory(all, call.type().terms().passwordHistory());
  }

  private static void removeReserved(Schema schema, ArrayNode definitions) {
    for (int i = definitions.size() - 1; i >= 0; i--) {
      String name = definitions.get(i).path("name").asText();
      if (schema.root().child(name).orElseThrow().reserved()) {
        definitions.remove(i);
      }
    }
  }

  Uni<Response> create(RoutingContext routing) {
    return calls.writing(routing, CaptureOperation.ENTITY_TYPE_CHANGE).chain(this::create);
  }

  private Uni<Response> create(Call call) {
    String name = call.request().required("type_name");
    JsonNode definitions = call.arguments().json("attr_defs");
    if (!NAME.matcher(name).matches()) {
      throw Violations.invalidArgument("type_name", "it is not a name");
    }
    Schema schema = NewType.schema(definitions);
    return types
        .create(call.caller().applicationId(), name, schema, call.caller().context())
        .map(TypeReplies::schema);
  }

  Uni<Response> delete(RoutingContext routing) {
    return calls.writing(routing, CaptureOperation.ENTITY_TYPE_CHANGE).chain(this::delete);
  }

  private Uni<Response> delete(Call call) {
    call.typeName();
    boolean commits = commits(call.arguments());
    return calls
        .typed(call)
        .call(
            typed ->
                commits ? types.delete(typed.type(), typed.context()) : Uni.createFrom().voidItem())
        .map(done -> CaptureReply.ok());
  }

  /** Old scripts say the opposite of {@code commit}. */
  private static boolean commits(Arguments arguments) {
    if (arguments.text("commit").isEmpty() && arguments.text("pretend").isPresent()) {
      return !arguments.flag("pretend");
    }
    return arguments.requiredFlag("commit");
  }
}
