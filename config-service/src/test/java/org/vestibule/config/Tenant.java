package org.vestibule.config;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** What the operator gets for a new tenant. */
public record Tenant(
    String customerId,
    String applicationId,
    String application,
    List<String> domains,
    String flow,
    String flowVersion,
    String locale,
    Map<String, Credentials> clients,
    Map<String, Credentials> oidc,
    String entityType) {

  /** Id and secret of one client. */
  public record Credentials(String client_id, String client_secret) {}

  public Credentials client(String feature) {
    return clients.get(feature);
  }

  /** A request of the client with this feature. */
  public RequestSpecification as(String feature) {
    return as(client(feature).client_id(), client(feature).client_secret());
  }

  public static RequestSpecification as(String clientId, String secret) {
    return given().auth().preemptive().basic(clientId, secret);
  }

  public String path(String rest) {
    return "/config/" + applicationId + rest;
  }
}
