package org.vestibule.config.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.vestibule.config.client.ClientService;
import org.vestibule.config.setting.SettingScope;
import org.vestibule.config.setting.SettingService;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Reads settings: those of a client before those of the application (legacy-settings.md 2). */
@Singleton
class LegacySettingReads {
  private static final String OWNER_ONLY = "legacy_settings_owner_only";

  private final LegacyCallers callers;
  private final SessionTransactions transactions;
  private final SettingService settings;
  private final ClientService clients;

  LegacySettingReads(
      LegacyCallers callers,
      SessionTransactions transactions,
      SettingService settings,
      ClientService clients) {
    this.callers = callers;
    this.transactions = transactions;
    this.settings = settings;
    this.clients = clients;
  }

  Uni<Response> get(RoutingContext routing) {
    return effective(
        routing,
        arguments -> {
          String key = arguments.required("key");
          return values -> values.path(key);
        });
  }

  Uni<Response> getMulti(RoutingContext routing) {
    return effective(
        routing,
        arguments -> {
          List<String> keys = keys(arguments);
          return values -> some(values, keys);
        });
  }

  Uni<Response> items(RoutingContext routing) {
    return effective(routing, arguments -> values -> values);
  }

  Uni<Response> keys(RoutingContext routing) {
    return effective(routing, arguments -> LegacySettingReads::names);
  }

  Uni<Response> getDefault(RoutingContext routing) {
    return callers
        .any(routing)
        .chain(call -> transactions.read(tx -> shared(tx, call)).map(it -> byKey(call, it)))
        .map(LegacySettingReads::result);
  }

  Uni<Response> getAll(RoutingContext routing) {
    return callers
        .owner(routing)
        .chain(call -> transactions.read(tx -> all(tx, call.applicationId())))
        .map(CaptureReply::ok);
  }

  private static JsonNode byKey(LegacyCall call, ObjectNode shared) {
    return LegacyValues.texts(shared).path(call.arguments().required("key"));
  }

  /** One PHP client says {@code key} where it means {@code keys}. */
  private static List<String> keys(LegacyArguments arguments) {
    boolean isNamed = arguments.text("keys").isPresent() || arguments.text("key").isEmpty();
    String name = isNamed ? "keys" : "key";
    return arguments.require(name).texts(name).orElseThrow();
  }

  private Uni<Response> effective(
      RoutingContext routing,
      Function<LegacyArguments, Function<ObjectNode, ? extends JsonNode>> read) {
    return callers
        .any(routing)
        .invoke(LegacyCall::requireOwnerOrSelf)
        .chain(call -> transactions.read(tx -> effective(tx, call, read)))
        .map(LegacySettingReads::result)
        .onFailure()
        .transform(LegacyFailures.of("for_client_id", "key"));
  }

  private Uni<JsonNode> effective(
      Tx tx,
      LegacyCall call,
      Function<LegacyArguments, Function<ObjectNode, ? extends JsonNode>> read) {
    return shared(tx, call).chain(shared -> merged(tx, call, shared, read.apply(call.arguments())));
  }

  private Uni<JsonNode> merged(
      Tx tx, LegacyCall call, ObjectNode shared, Function<ObjectNode, ? extends JsonNode> read) {
    SettingScope scope = SettingScope.of(call.applicationId(), call.targetId());
    return clients
        .require(tx, scope)
        .chain(() -> settings.all(tx, scope))
        .map(own -> read.apply(LegacyValues.texts(shared.setAll(own))));
  }

  /** The application's settings, which may say that only owners read. */
  private Uni<ObjectNode> shared(Tx tx, LegacyCall call) {
    return settings
        .all(tx, SettingScope.of(call.applicationId()))
        .invoke(shared -> requireReader(call, shared));
  }

  private static void requireReader(LegacyCall call, ObjectNode shared) {
    if (!call.isOwner() && "true".equals(shared.path(OWNER_ONLY).asText())) {
      throw CaptureProblem.clientPermissionError().exception();
    }
  }

  private Uni<ObjectNode> all(Tx tx, String applicationId) {
    return settings
        .ofClients(tx, applicationId)
        .chain(
            own ->
                settings
                    .all(tx, SettingScope.of(applicationId))
                    .map(shared -> LegacyValues.everything(own, shared)));
  }

  private static ObjectNode some(ObjectNode values, List<String> keys) {
    ObjectNode some = Json.object();
    keys.forEach(key -> some.set(key, values.get(key)));
    return some;
  }

  private static JsonNode names(ObjectNode values) {
    Iterable<String> names = values::fieldNames;
    return Json.tree(StreamSupport.stream(names.spliterator(), false).sorted().toList());
  }

  private static Response result(JsonNode value) {
    ObjectNode reply = Json.object();
    reply.set("result", value.isMissingNode() ? null : value);
    return CaptureReply.ok(reply);
  }
}
