package org.vestibule.e2e.stack;

import java.util.UUID;

/** Administrative tokens and subscriptions of a tenant. */
public final class Webhooks {
  private Webhooks() {}

  /** A token of the configuration client for all of the customer's webhooks. */
  public static String administrator(Tenant tenant) {
    return Call.post(tenant, "/" + tenant.customerId() + "/login/token")
        .basic(
            tenant.description().at("/oidc/config_client/client_id").asText(),
            tenant.description().at("/oidc/config_client/client_secret").asText())
        .form("grant_type", "client_credentials")
        .form("scope", "*:webhooks/**")
        .send()
        .at("/access_token");
  }

  /** A new subscription to all three types of events. */
  public static Reply subscribe(Tenant tenant, String token, String endpoint, boolean isEnabled) {
    String body =
        """
        {"title":"Subscription %s","endpoint":"%s","enabled":%s,
         "events":["entityCreated","entityUpdated","entityDeleted"]}
        """
            .formatted(UUID.randomUUID(), endpoint, isEnabled);
    return Call.post(tenant, path(tenant, ""))
        .header("Authorization", "Bearer " + token)
        .json(body)
        .send();
  }

  /** The address of the customer's subscriptions, or of one of them. */
  public static String path(Tenant tenant, String rest) {
    return "/" + tenant.customerId() + "/webhooks/subscriptions" + rest;
  }
}
