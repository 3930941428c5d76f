package org.vestibule.config.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.vestibule.config.client.ClientService;
import org.vestibule.config.published.PublishService;
import org.vestibule.config.published.PublishedService;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;

/** Publishes settings of clients, shows and removes what is public (legacy-settings.md 3). */
@Singleton
class WidgetSettings {
  private static final String CLIENT = "for_client_id";
  private static final String VERSION = "version";
  private static final String DELETED = "The settings files were deleted";
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final LegacyCallers callers;
  private final ClientService clients;
  private final PublishedService published;
  private final PublishService changes;

  WidgetSettings(
      LegacyCallers callers,
      ClientService clients,
      PublishedService published,
      PublishService changes) {
    this.callers = callers;
    this.clients = clients;
    this.published = published;
    this.changes = changes;
  }

  Uni<Response> publish(RoutingContext routing) {
    return reply(routing, this::publish);
  }

  private Uni<Response> publish(LegacyCall call) {
    String client = call.arguments().required(CLIENT);
    boolean isShown = call.arguments().flag("include_settings");
    return changes
        .publish(call.caller(), client)
        .map(document -> isShown ? results(document) : CaptureReply.ok());
  }

  Uni<Response> get(RoutingContext routing) {
    return reply(routing, call -> call.target().isPresent() ? get(call) : list(call));
  }

  private Uni<Response> get(LegacyCall call) {
    Optional<UUID> version = version(call);
    return clients
        .requireClient(call.applicationId(), call.targetId())
        .chain(() -> published.find(call.applicationId(), call.targetId(), version))
        .map(found -> results(found.orElseGet(() -> nothing(version))));
  }

  Uni<Response> list(RoutingContext routing) {
    return reply(routing, this::list);
  }

  private Uni<Response> list(LegacyCall call) {
    Optional<UUID> version = version(call);
    if (version.isPresent()) {
      call.arguments().require(CLIENT);
    }
    return known(call)
        .chain(() -> published.files(call.applicationId(), call.target()))
        .map(files -> results(Json.tree(only(files, version))));
  }

  private Uni<Void> known(LegacyCall call) {
    return call.target()
        .map(client -> clients.requireClient(call.applicationId(), client))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  Uni<Response> delete(RoutingContext routing) {
    return reply(routing, this::delete);
  }

  private Uni<Response> delete(LegacyCall call) {
    String client = call.arguments().required(CLIENT);
    boolean commits = call.arguments().flag("commit");
    return changes
        .remove(call.caller(), client, version(call), commits)
        .map(files -> results(commits ? TextNode.valueOf(DELETED) : Json.tree(files)));
  }

  private Uni<Response> reply(RoutingContext routing, Function<LegacyCall, Uni<Response>> work) {
    return callers
        .owner(routing)
        .chain(call -> work.apply(call))
        .onFailure()
        .transform(LegacyFailures.of(CLIENT, CLIENT));
  }

  private static Optional<UUID> version(LegacyCall call) {
    return call.arguments().text(VERSION).map(WidgetSettings::version);
  }

  private static UUID version(String text) {
    if (!UUID_FORM.matcher(text).matches()) {
      throw PublishService.unknownVersion().exception();
    }
    return UUID.fromString(text);
  }

  private static ObjectNode nothing(Optional<UUID> version) {
    if (version.isPresent()) {
      throw PublishService.unknownVersion().exception();
    }
    return Json.object();
  }

  private static List<String> only(List<String> files, Optional<UUID> version) {
    if (version.isEmpty()) {
      return files;
    }
    List<String> named =
        files.stream().filter(it -> it.endsWith("/" + version.get() + ".json")).toList();
    if (named.isEmpty()) {
      throw PublishService.unknownVersion().exception();
    }
    return named;
  }

  private static Response results(JsonNode results) {
    ObjectNode reply = Json.object();
    reply.set("results", results);
    return CaptureReply.ok(reply);
  }
}
