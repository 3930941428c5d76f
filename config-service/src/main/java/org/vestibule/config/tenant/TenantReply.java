package org.vestibule.config.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vestibule.config.application.ApplicationView;
import org.vestibule.config.client.ClientCredentials;
import org.vestibule.config.flow.PublishedFlow;

/** Ids and plain secrets of a new tenant; returned once. */
record TenantReply(
    UUID customerId,
    String applicationId,
    String application,
    List<String> domains,
    String flow,
    String flowVersion,
    String locale,
    Map<String, ClientCredentials> clients,
    Oidc oidc,
    String entityType) {

  static final String ENTITY_TYPE = "user";

  static TenantReply of(
      ApplicationView application,
      PublishedFlow flow,
      Map<String, ClientCredentials> clients,
      ClientCredentials configClient) {
    return new TenantReply(
        application.customerId(),
        application.id(),
        application.name(),
        application.domains(),
        flow.name(),
        flow.version(),
        flow.locale(),
        clients,
        new Oidc(configClient),
        ENTITY_TYPE);
  }

  /** OpenID Connect clients of the tenant. */
  record Oidc(@JsonProperty("config_client") ClientCredentials configClient) {}
}
