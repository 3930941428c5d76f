package org.vestibule.webhook;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The administrative API as a client of one customer calls it. */
public final class Api {
  private final UUID customer;
  private final String token;

  private Api(UUID customer, String token) {
    this.customer = customer;
    this.token = token;
  }

  /** A client that may do everything with webhooks of a customer. */
  public static Api of(UUID customer) {
    return new Api(customer, HostedLogin.token(customer, "*:webhooks/**"));
  }

  /** A client of a new customer. */
  public static Api ofNewCustomer() {
    return of(UUID.randomUUID());
  }

  public static Api with(UUID customer, String token) {
    return new Api(customer, token);
  }

  public UUID customer() {
    return customer;
  }

  public String path(String rest) {
    return "/" + customer + "/webhooks/subscriptions" + rest;
  }

  public RequestSpecification call() {
    RequestSpecification call = given();
    return token == null ? call : call.header("Authorization", "Bearer " + token);
  }

  public Response list(String query) {
    return call().get(path(query));
  }

  public Response get(Object id) {
    return call().get(path("/" + id));
  }

  public Response create(String json) {
    return call().contentType("application/json").body(json).post(path(""));
  }

  public Response patch(Object id, String json) {
    return call().contentType("application/merge-patch+json").body(json).patch(path("/" + id));
  }

  public Response delete(Object id) {
    return call().delete(path("/" + id));
  }

  /** The id of a new subscription to all events. */
  public String subscribe(String endpoint) {
    return create(body("Subscription " + UUID.randomUUID(), endpoint))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A new subscription to all events that is told of none of them. */
  public void subscribeDisabled() {
    String body = body("Subscription " + UUID.randomUUID(), "http://127.0.0.1:9/disabled");
    create(body.replaceFirst("\\{", "{\"enabled\":false,")).then().statusCode(201);
  }

  public static String body(String title, String endpoint) {
    return """
        {"title":"%s","endpoint":"%s","events":["entityCreated","entityUpdated","entityDeleted"]}
        """
        .formatted(title, endpoint);
  }
}
