package org.vestibule.hosted.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.vestibule.hosted.policy.IdentityStore;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.internal.InternalResponse;

/** Asks config-service what a login policy must know of an application. */
@ApplicationScoped
class ConfigServiceClient {
  private final InternalClients clients;
  private final Keyring keyring;

  ConfigServiceClient(InternalClients clients, Keyring keyring) {
    this.clients = clients;
    this.keyring = keyring;
  }

  /** The application by its primary domain and its first owner client. */
  Uni<IdentityStore> identityStore(String applicationId, String correlationId) {
    CallContext context = CallContext.platform(correlationId);
    String path = "/internal/applications/" + applicationId;
    return Uni.combine()
        .all()
        .unis(get(path, context), get(path + "/clients?has_feature=owner", context))
        .with(this::store);
  }

  private Uni<JsonNode> get(String path, CallContext context) {
    return clients.to("config").get(path, context).map(reply -> require(path, reply));
  }

  private static JsonNode require(String path, InternalResponse reply) {
    if (!reply.isOk()) {
      throw new IllegalStateException("config-service answered " + reply.status() + " on " + path);
    }
    return reply.body();
  }

  private IdentityStore store(JsonNode application, JsonNode owners) {
    JsonNode owner = owners.path(0);
    return new IdentityStore(
        application.path("primaryDomain").asText(),
        application.path("id").asText(),
        application.path("settings").path("user_entity_type").asText("user"),
        owner.path("id").asText(),
        open(owner.path("secrets").path(0)));
  }

  private String open(JsonNode secret) {
    return keyring.open(
        "api_client_secret",
        "secret",
        secret.path("rowId").asText(),
        secret.path("sealed").asText());
  }
}
