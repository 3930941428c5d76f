package org.vestibule.config.legacy;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.vestibule.config.client.ClientChangeService;
import org.vestibule.config.client.ClientDraft;
import org.vestibule.config.client.ClientEdit;
import org.vestibule.config.client.ClientRules;
import org.vestibule.config.client.NameRule;
import org.vestibule.platform.capture.request.CaptureReply;

/** Changes one thing of a client, the caller's own by default (legacy-settings.md 1.5-1.8). */
@Singleton
class LegacyClientEdits {
  private final LegacyCallers callers;
  private final ClientChangeService changes;

  LegacyClientEdits(LegacyCallers callers, ClientChangeService changes) {
    this.callers = callers;
    this.changes = changes;
  }

  Uni<Response> setDescription(RoutingContext routing) {
    return edit(
        routing,
        "description",
        arguments -> {
          String description = arguments.required("description");
          LegacyArguments.refuse("description", ClientRules.refusalOfName(description));
          return before -> before.withName(description);
        });
  }

  Uni<Response> setFeatures(RoutingContext routing) {
    return edit(
        routing,
        "features",
        arguments -> {
          List<String> features = arguments.require("features").texts("features").orElseThrow();
          LegacyArguments.refuse("features", ClientRules.refusalOfFeatures(features));
          return before -> before.withFeatures(features);
        });
  }

  Uni<Response> setWhitelist(RoutingContext routing) {
    return edit(
        routing,
        "whitelist",
        arguments -> {
          List<String> blocks = arguments.require("whitelist").texts("whitelist").orElseThrow();
          LegacyArguments.refuse("whitelist", ClientRules.refusalOfBlocks(blocks));
          return before -> before.withIpWhitelist(blocks);
        });
  }

  Uni<Response> clearWhitelist(RoutingContext routing) {
    return edit(routing, "whitelist", arguments -> before -> before.withIpWhitelist(List.of()));
  }

  private Uni<Response> edit(
      RoutingContext routing,
      String content,
      Function<LegacyArguments, UnaryOperator<ClientDraft>> change) {
    return callers
        .owner(routing)
        .chain(call -> edit(call, content, change.apply(call.arguments())))
        .map(done -> CaptureReply.ok());
  }

  private Uni<?> edit(LegacyCall call, String content, UnaryOperator<ClientDraft> change) {
    return changes
        .change(
            call.caller(), call.targetId(), new ClientEdit("changeClient", NameRule.SHARED, change))
        .onFailure()
        .transform(LegacyFailures.of("for_client_id", content));
  }
}
