package org.vestibule.hosted.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vestibule.hosted.customer.BaseUrl;
import org.vestibule.hosted.policy.IdentityStore;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.internal.InternalResponse;

/** Asks config-service what a login policy must know of an application. */
@Singleton
class ConfigServiceClient {
  private final InternalClients clients;
  private final Keyring keyring;

  ConfigServiceClient(InternalClients clients, Keyring keyring) {
    this.clients = clients;
    this.keyring = keyring;
  }

  /** The application with its settings and its first owner client. */
  Uni<Source> source(String applicationId, String correlationId) {
    CallContext context = CallContext.platform(correlationId);
    String path = "/internal/applications/" + applicationId;
    return Uni.combine()
        .all()
        .unis(get(path, context), get(path + "/clients?has_feature=owner", context))
        .with(this::read);
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

  private Source read(JsonNode application, JsonNode owners) {
    return new Source(store(application, owners.path(0)), baseUrl(application));
  }

  private static String baseUrl(JsonNode application) {
    JsonNode setting = application.path("settings").path("capture_server_url");
    return BaseUrl.of(
        Optional.ofNullable(setting.textValue()), application.path("primaryDomain").asText());
  }

  private IdentityStore store(JsonNode application, JsonNode owner) {
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

  /** What Hosted Login takes over from an application: {@code baseUrl} for a new customer alone. */
  record Source(IdentityStore store, String baseUrl) {}
}
