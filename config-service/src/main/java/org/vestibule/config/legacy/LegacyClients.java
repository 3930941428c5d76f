package org.vestibule.config.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.vestibule.config.client.ClientChangeService;
import org.vestibule.config.client.ClientDraft;
import org.vestibule.config.client.ClientRules;
import org.vestibule.config.client.ClientService;
import org.vestibule.config.client.NameRule;
import org.vestibule.config.client.SecretReset;
import org.vestibule.config.client.SecretResetService;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;

/** Lists, makes and deletes clients and resets their secrets (legacy-settings.md 1.1-1.4). */
@Singleton
class LegacyClients {
  private static final String FEATURES = "features";
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

  private final LegacyCallers callers;
  private final ClientService clients;
  private final ClientChangeService changes;
  private final SecretResetService resets;

  LegacyClients(
      LegacyCallers callers,
      ClientService clients,
      ClientChangeService changes,
      SecretResetService resets) {
    this.callers = callers;
    this.clients = clients;
    this.changes = changes;
    this.resets = resets;
  }

  Uni<Response> list(RoutingContext routing) {
    return callers
        .owner(routing)
        .chain(call -> clients.list(call.applicationId(), wanted(call.arguments())))
        .map(LegacyClients::results);
  }

  /** One feature is enough; an old client says {@code features}. */
  private static Predicate<List<String>> wanted(LegacyArguments arguments) {
    String name = arguments.text("has_features").isPresent() ? "has_features" : FEATURES;
    List<String> any = arguments.texts(name).orElse(List.of());
    return held -> any.isEmpty() || !Collections.disjoint(any, held);
  }

  private static Response results(ArrayNode documents) {
    ArrayNode results = Json.array();
    documents.forEach(it -> results.add(document(it)));
    return CaptureReply.ok(Json.object().set("results", results));
  }

  Uni<Response> add(RoutingContext routing) {
    return callers.owner(routing).chain(this::add).map(it -> CaptureReply.ok(document(it)));
  }

  private Uni<ObjectNode> add(LegacyCall call) {
    LegacyArguments arguments = call.arguments();
    String description = arguments.required("description");
    List<String> features = arguments.texts(FEATURES).orElse(List.of());
    LegacyArguments.refuse("description", ClientRules.refusalOfName(description));
    LegacyArguments.refuse(FEATURES, ClientRules.refusalOfFeatures(features));
    ClientDraft draft = new ClientDraft(description, features, List.of());
    return changes
        .create(call.caller(), draft, NameRule.SHARED)
        .onFailure()
        .transform(LegacyFailures.of("for_client_id", FEATURES));
  }

  Uni<Response> delete(RoutingContext routing) {
    return callers.owner(routing).chain(this::delete).map(done -> CaptureReply.ok());
  }

  private Uni<Void> delete(LegacyCall call) {
    String target = "client_id_for_deletion";
    return changes
        .delete(call.caller(), call.arguments().required(target))
        .onFailure()
        .transform(LegacyFailures.of(target, target));
  }

  Uni<Response> resetSecret(RoutingContext routing) {
    return callers
        .owner(routing)
        .chain(this::resetSecret)
        .map(client -> Json.object().set("new_secret", client.path("_secret")))
        .map(it -> CaptureReply.ok((ObjectNode) it));
  }

  private Uni<ObjectNode> resetSecret(LegacyCall call) {
    String client = call.arguments().required("for_client_id");
    SecretReset reset = new SecretReset(Duration.ofHours(hours(call.arguments())));
    return resets
        .reset(call.caller(), client, reset)
        .onFailure()
        .transform(LegacyFailures.of("for_client_id", "hours_to_live"));
  }

  private static int hours(LegacyArguments arguments) {
    String name = "hours_to_live";
    String text = arguments.text(name).orElse("0");
    if (!NUMBER.matcher(text).matches()) {
      throw LegacyArguments.invalid(name, "must be an integer");
    }
    int hours = Integer.parseInt(text);
    if (hours < 0 || hours > SecretReset.MAX_HOURS) {
      throw LegacyArguments.invalid(name, "must be between 0 and " + SecretReset.MAX_HOURS);
    }
    return hours;
  }

  /** The client of the Configuration API in the words of this one. */
  private static ObjectNode document(JsonNode client) {
    ObjectNode json = Json.object();
    json.set("client_id", client.path("_id"));
    json.set("client_secret", client.path("_secret"));
    json.set("description", client.path("name"));
    json.set(FEATURES, client.path(FEATURES));
    json.set("whitelist", client.path("ipWhitelist"));
    return json;
  }
}
