package org.vestibule.config.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Function;
import org.vestibule.config.administration.SettingChangeService;
import org.vestibule.config.administration.SettingEdit;
import org.vestibule.config.setting.SettingScope;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;

/** Writes and deletes settings; the results say what existed before (legacy-settings.md 2). */
@Singleton
class LegacySettingWrites {
  private static final Function<LegacyCall, SettingScope> OF_CLIENT =
      call -> SettingScope.of(call.applicationId(), call.targetId());
  private static final Function<LegacyCall, SettingScope> OF_APPLICATION =
      call -> SettingScope.of(call.applicationId());

  private final LegacyCallers callers;
  private final SettingChangeService changes;

  LegacySettingWrites(LegacyCallers callers, SettingChangeService changes) {
    this.callers = callers;
    this.changes = changes;
  }

  Uni<Response> set(RoutingContext routing) {
    return callers.owner(routing).chain(call -> set(call, OF_CLIENT));
  }

  Uni<Response> setDefault(RoutingContext routing) {
    return callers.owner(routing).chain(call -> set(call, OF_APPLICATION));
  }

  Uni<Response> setMulti(RoutingContext routing) {
    return callers.owner(routing).chain(call -> setMulti(call, OF_CLIENT));
  }

  Uni<Response> setDefaultMulti(RoutingContext routing) {
    return callers.owner(routing).chain(call -> setMulti(call, OF_APPLICATION));
  }

  Uni<Response> delete(RoutingContext routing) {
    return callers.owner(routing).chain(call -> delete(call, OF_CLIENT));
  }

  Uni<Response> deleteDefault(RoutingContext routing) {
    return callers.owner(routing).chain(call -> delete(call, OF_APPLICATION));
  }

  private Uni<Response> set(LegacyCall call, Function<LegacyCall, SettingScope> scope) {
    LegacyArguments arguments = call.arguments().require("key", "value");
    String key = arguments.required("key");
    Map<String, JsonNode> values = LegacyValues.of(key, arguments.required("value"));
    return change(call, scope, SettingEdit.set(values), "key")
        .map(before -> result(BooleanNode.valueOf(before.has(key))));
  }

  private Uni<Response> setMulti(LegacyCall call, Function<LegacyCall, SettingScope> scope) {
    Map<String, JsonNode> values = LegacyValues.of(call.arguments().object("items"));
    return change(call, scope, SettingEdit.set(values), "items")
        .map(before -> result(existed(values, before)));
  }

  private Uni<Response> delete(LegacyCall call, Function<LegacyCall, SettingScope> scope) {
    String key = call.arguments().required("key");
    return change(call, scope, SettingEdit.remove(key), "key")
        .map(before -> result(BooleanNode.valueOf(before.has(key))));
  }

  private Uni<ObjectNode> change(
      LegacyCall call,
      Function<LegacyCall, SettingScope> scope,
      SettingEdit edit,
      String argument) {
    return changes
        .change(call.caller(), scope.apply(call), edit)
        .map(change -> change.before())
        .onFailure()
        .transform(LegacyFailures.of("for_client_id", argument));
  }

  private static JsonNode existed(Map<String, JsonNode> values, ObjectNode before) {
    ObjectNode existed = Json.object();
    values.keySet().forEach(name -> existed.put(name, before.has(name)));
    return existed;
  }

  private static Response result(JsonNode value) {
    ObjectNode reply = Json.object();
    reply.set("result", value);
    return CaptureReply.ok(reply);
  }
}
