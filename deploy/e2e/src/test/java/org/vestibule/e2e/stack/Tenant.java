package org.vestibule.e2e.stack;

import com.fasterxml.jackson.databind.JsonNode;

/** One application of the stack with its ids, clients and secrets. */
public record Tenant(JsonNode description) {
  public String baseUrl() {
    return description.get("base_url").asText();
  }

  public String applicationId() {
    return description.get("app_id").asText();
  }

  public String customerId() {
    return description.get("customer_id").asText();
  }

  public String flowVersion() {
    return description.get("flow_version").asText();
  }

  public String clientId(String client) {
    return description.at("/clients/" + client + "/client_id").asText();
  }

  public String secret(String client) {
    return description.at("/clients/" + client + "/client_secret").asText();
  }
}
