package org.vestibule.webhook.subscription;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.webhook.Api;
import org.vestibule.webhook.Stored;
import org.vestibule.webhook.WebhookServiceUnderTest;

@QuarkusTest
@QuarkusTestResource(WebhookServiceUnderTest.class)
class SubscriptionResourceTest {
  private static final String ENDPOINT = "http://127.0.0.1:9/ciam";
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";

  private final Api api = Api.ofNewCustomer();

  @Test
  void create_answersTheSubscriptionAndItsPlace() {
    Response reply =
        api.create(
            """
            {"title":"CRM sync","endpoint":"%s","events":["entityCreated","entityUpdated"],
             "enabled":false,"filter":{"properties":{"entityUpdated":{"properties":
             {"captureApplicationId":{"const":"abc"}}}}}}
            """
                .formatted(ENDPOINT));
    String id = reply.path("id");
    reply
        .then()
        .statusCode(201)
        .contentType("application/json")
        .header("Location", api.path("/" + id))
        .header("Cache-Control", "no-store")
        .body("_links.self.href", equalTo(api.path("/" + id)))
        .body("_links.events.href", equalTo(api.path("/" + id + "/events")))
        .body("_links.summary.href", equalTo(api.path("/" + id + "/summary")))
        .body("_links.test.href", equalTo(api.path("/" + id + "/test")))
        .body("_links.exports.href", equalTo(api.path("/" + id + "/exports")))
        .body("customerId", equalTo(api.customer().toString()))
        .body("title", equalTo("CRM sync"))
        .body("enabled", equalTo(false))
        .body("endpoint", equalTo(ENDPOINT))
        .body("events", contains("entityCreated", "entityUpdated"))
        .body(
            "filter.properties.entityUpdated.properties.captureApplicationId.const", equalTo("abc"))
        .body("createdAt", matchesPattern(TIME))
        .body("updatedAt", equalTo(reply.path("createdAt")));
    assertThat(api.get(id).asString()).isEqualTo(reply.asString());
  }

  @Test
  void create_withoutOptionalMembers_enablesAndOmitsTheFilter() {
    Response reply = api.create(Api.body("CRM", ENDPOINT));
    assertThat(reply.jsonPath().getMap("").keySet())
        .containsExactly(
            "_links",
            "id",
            "customerId",
            "title",
            "enabled",
            "endpoint",
            "events",
            "createdAt",
            "updatedAt");
    reply.then().body("enabled", equalTo(true));
    assertThat(audit()).containsExactly("config_change createSubscription " + reply.path("id"));
  }

  @Test
  void titleTaken_is409_forCreateAndPatchOfThisCustomerOnly() {
    api.create(Api.body("CRM", ENDPOINT)).then().statusCode(201);
    String other = api.create(Api.body("ERP", ENDPOINT)).path("id");
    String text = "Subscription title already exists";
    api.create(Api.body("CRM", ENDPOINT)).then().statusCode(409).body("errors", equalTo(text));
    api.patch(other, "{\"title\":\"CRM\"}").then().statusCode(409).body("errors", equalTo(text));
    api.patch(other, "{\"title\":\"ERP\"}").then().statusCode(200);
    Api.ofNewCustomer().create(Api.body("CRM", ENDPOINT)).then().statusCode(201);
    api.create(Api.body("crm", ENDPOINT)).then().statusCode(201);
  }

  @Test
  void patch_changesTheSuppliedMembers() {
    String id = api.create(Api.body("CRM", ENDPOINT)).path("id");
    Response patched =
        api.patch(id, "{\"enabled\":false,\"filter\":{\"required\":[\"entityCreated\"]}}");
    patched
        .then()
        .statusCode(200)
        .body("title", equalTo("CRM"))
        .body("enabled", equalTo(false))
        .body("filter.required", contains("entityCreated"));
    assertThat(patched.<String>path("updatedAt")).isGreaterThan(patched.<String>path("createdAt"));
    api.patch(id, "{\"filter\":null}").then().statusCode(200).body("filter", nullValue());
    String before = api.get(id).asString();
    assertThat(api.patch(id, "{}").asString()).isEqualTo(before);
  }

  @Test
  void delete_isFinal() {
    String id = api.create(Api.body("CRM", ENDPOINT)).path("id");
    assertThat(api.delete(id).then().statusCode(204).extract().asString()).isEmpty();
    for (Response reply : List.of(api.get(id), api.delete(id), api.patch(id, "{}"))) {
      reply.then().statusCode(404).body("errors", equalTo("Not found"));
    }
    api.create(Api.body("CRM", ENDPOINT)).then().statusCode(201);
  }

  @Test
  void list_isInTheOrderOfMakingAndPaged() {
    List<String> ids = IntStream.range(0, 3).mapToObj(it -> api.subscribe(ENDPOINT)).toList();
    api.list("")
        .then()
        .statusCode(200)
        .body("_links", equalTo(Map.of("self", Map.of("href", api.path("")))))
        .body("_embedded.subscriptions.id", equalTo(ids));
    for (String page : List.of("?page=1", "?page=9", "?page=x", "?page=-1", "?page=0")) {
      api.list(page)
          .then()
          .statusCode(200)
          .body("_links.self.href", equalTo(api.path("?page=1")))
          .body("_links.last.href", equalTo(api.path("?page=1")))
          .body("_links.next", nullValue())
          .body("_embedded.subscriptions", hasSize(3));
    }
    Api.ofNewCustomer().list("").then().body("_embedded.subscriptions", hasSize(0));
  }

  @Test
  void secondPage_hasTheRest() {
    insert(230);
    api.list("?page=2")
        .then()
        .body("_embedded.subscriptions", hasSize(100))
        .body("_embedded.subscriptions[0].title", equalTo("Number 0100"))
        .body("_links.prev.href", equalTo(api.path("?page=1")))
        .body("_links.next.href", equalTo(api.path("?page=3")));
    api.list("?page=7").then().body("_embedded.subscriptions", hasSize(30));
    api.list("").then().body("_embedded.subscriptions", hasSize(230));
  }

  @Test
  void hundredAndFirst_isRefused_howeverManyAskAtOnce() throws Exception {
    insert(90);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Callable<Integer>> calls =
        IntStream.range(0, 16)
            .<Callable<Integer>>mapToObj(
                it -> () -> api.create(Api.body("More " + it, ENDPOINT)).statusCode())
            .toList();
    List<Integer> statuses = new java.util.ArrayList<>();
    for (Future<Integer> it : threads.invokeAll(calls)) {
      statuses.add(it.get());
    }
    threads.shutdown();
    assertThat(statuses.stream().filter(it -> it == 201)).hasSize(10);
    assertThat(statuses.stream().filter(it -> it == 409)).hasSize(6);
    api.create(Api.body("Another", ENDPOINT))
        .then()
        .statusCode(409)
        .body("errors", equalTo("Too many subscriptions"));
  }

  @Test
  void otherMediaTypes_are415() {
    String id = api.subscribe(ENDPOINT);
    String body = Api.body("CRM", ENDPOINT);
    for (String type :
        List.of(
            "text/plain", "application/merge-patch+json", "application/x-www-form-urlencoded")) {
      api.call()
          .contentType(type)
          .body(body)
          .post(api.path(""))
          .then()
          .statusCode(415)
          .body("errors", equalTo("Unsupported media type"));
    }
    api.call().post(api.path("")).then().statusCode(415);
    api.call()
        .contentType("application/json")
        .body("{}")
        .patch(api.path("/" + id))
        .then()
        .statusCode(415);
    api.call()
        .contentType("application/json; charset=UTF-8")
        .body(body)
        .post(api.path(""))
        .then()
        .statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "\"a\"", "null", "{}{}", "{\"title\":\"a\",\"title\":\"b\"}"})
  void bodyThatIsNoObject_is400(String body) {
    String text = "The request body is not a JSON object";
    api.create(body).then().statusCode(400).body("errors", equalTo(text));
  }

  @Test
  void acceptHeader_isNotLookedAt() {
    for (String accept : List.of("application/hal+json", "application/json", "text/html")) {
      api.call()
          .accept(accept)
          .get(api.path(""))
          .then()
          .statusCode(200)
          .contentType("application/json");
    }
  }

  @Test
  void otherMethods_are405AndNameThose() {
    String id = api.subscribe(ENDPOINT);
    api.call()
        .contentType("application/json")
        .body("{}")
        .put(api.path("/" + id))
        .then()
        .statusCode(405)
        .header("Allow", "DELETE, GET, HEAD, PATCH")
        .body("errors", equalTo("Method not allowed"));
    api.call().delete(api.path("")).then().statusCode(405).header("Allow", "GET, HEAD, POST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "11111111-2222-4333-8444-55555555555",
        "11111111-2222-4333-8444-55555555555G",
        "AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE"
      })
  void malformedIds_doNotExist(String id) {
    api.get(id).then().statusCode(404).body("errors", equalTo("Not found"));
    api.patch(id, "{}").then().statusCode(404);
    api.delete(id).then().statusCode(404);
    given().get("/" + id + "/webhooks/subscriptions").then().statusCode(404);
  }

  private List<String> audit() {
    return Stored.column(
        "SELECT concat_ws(' ', kind, operation, object) FROM audit_record WHERE customer_id = ?",
        api.customer());
  }

  /** Rows as create would have made them; the API would take minutes of requests. */
  private void insert(int count) {
    Stored.execute(
        """
        INSERT INTO subscription (id, customer_id, title, enabled, endpoint, endpoint_host, events,
                                  created_at, updated_at)
        SELECT gen_random_uuid(), ?, 'Number ' || to_char(i, 'FM0000'), true, 'https://a.example.com/',
               'a.example.com:443', '{entityCreated}', now() + make_interval(secs => i), now()
          FROM generate_series(0, ? - 1) AS i
        """,
        api.customer(),
        count);
    Stored.execute(
        "INSERT INTO subscriber (customer_id, version, subscriptions) VALUES (?, 1, ?)",
        api.customer(),
        count);
  }
}
