package org.vestibule.config.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Legacy;
import org.vestibule.config.Operator;
import org.vestibule.config.Rows;
import org.vestibule.config.Tenant;

/** CONF-02, 03, 05, 06. */
@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class ClientChangesTest {
  @Inject Rows rows;
  private Tenant tenant;

  @BeforeEach
  void makeTenant() {
    tenant = Operator.newTenant();
  }

  @Test
  void create_whenComplete_thenTheClientWorksAtOnce() {
    Response created =
        post(
            "{\"name\":\"shop\",\"features\":[\"direct_access\"],\"ipWhitelist\":[\"::/0\",\"0.0.0.0/0\"]}");
    String id = created.path("_id");

    created
        .then()
        .statusCode(201)
        .header("Location", equalTo(tenant.path("/clients/" + id)))
        .body("_secret", matchesPattern("[a-z0-9]{32}"))
        .body("name", equalTo("shop"))
        .body("features", contains("direct_access"))
        .body("ipWhitelist", contains("::/0", "0.0.0.0/0"))
        .body("keySet()", hasSize(7));
    Tenant.as(id, created.path("_secret"))
        .get(tenant.path("/flows/standard"))
        .then()
        .statusCode(200);
    get(id).then().statusCode(200).body("_secret", equalTo(created.path("_secret")));
  }

  @Test
  void create_whenTheBodyIsWrong_thenSaysWhat() {
    expect(post("{}"), 400, "Missing payload argument 'name'.");
    expect(post("{\"name\":null}"), 400, "Missing payload argument 'name'.");
    expectMember(
        post("{\"name\":\" \"}"), "name", "Must be a text of 1 to 255 printable characters.");
    expectMember(post("{\"name\":7}"), "name", "Must be a text of 1 to 255 printable characters.");
    expectMember(
        post("{\"name\":\"a\\nb\"}"), "name", "Must be a text of 1 to 255 printable characters.");
    expectMember(
        post("{\"name\":\"x\",\"features\":\"owner\"}"),
        "features",
        "Must be an array of strings.");
    expectMember(
        post("{\"name\":\"x\",\"features\":[\"root\"]}"),
        "features",
        "'root' is not a valid feature.");
    expectMember(
        post("{\"name\":\"x\",\"features\":[\"login_client\",\"owner\"]}"),
        "features",
        "login_client cannot be combined with other features.");
    expectMember(
        post("{\"name\":\"x\",\"ipWhitelist\":[\"10.0.0.1/40\"]}"),
        "ipWhitelist",
        "invalid cidr address: 10.0.0.1/40; value after slash must be 32 or less");
    expectMember(
        post("{\"name\":\"x\",\"ipWhitelist\":[\"10.0.0.1\"]}"),
        "ipWhitelist",
        "cidr address must have the form x.x.x.x/x");
    expect(post("{\"name\":\"owner\"}"), 409, "A client named 'owner' already exists.");
    assertThat(rows.count("api_client", tenant.applicationId())).isEqualTo(5);
  }

  @Test
  void metadata_isGivenByTheOperatorOnly_butMayBeWrittenBack() {
    expectMember(
        post("{\"name\":\"x\",\"features\":[\"metadata\"]}"),
        "features",
        "'metadata' cannot be assigned through this API.");
    String id = tenant.client("direct_access").client_id();
    rows.execute(
        "UPDATE api_client SET features = features || ARRAY['metadata'] WHERE id = $1", id);

    put(id, get(id).asString()).then().statusCode(200).body("features", hasSize(2));
    put(id, "{\"name\":\"direct_access\"}").then().statusCode(200).body("features", empty());
    put(id, "{\"name\":\"direct_access\",\"features\":[\"metadata\"]}").then().statusCode(400);
  }

  @Test
  void replace_whenTheWholeObjectComesBack_thenOnlyTheChangeHappens() {
    String id = tenant.client("login_client").client_id();
    String read = get(id).asString();
    int before = rows.events(tenant.applicationId()).size();

    put(id, read).then().statusCode(200).body("_id", equalTo(id));
    assertThat(rows.events(tenant.applicationId())).hasSize(before);

    put(id, read.replace("\"login_client\",\"features\"", "\"renamed\",\"features\""))
        .then()
        .statusCode(200)
        .body("name", equalTo("renamed"))
        .body("features", contains("login_client"))
        .body("_secret", equalTo(tenant.client("login_client").client_secret()));
    assertThat(rows.events(tenant.applicationId())).hasSize(before + 1);
  }

  @Test
  void replace_whenMembersAreLeftOut_thenTheyAreReset() {
    String id = tenant.client("direct_access").client_id();

    put(id, "{\"name\":\"poor\"}")
        .then()
        .statusCode(200)
        .body("features", empty())
        .body("ipWhitelist", contains("0.0.0.0/0"));

    tenant.as("direct_access").get(tenant.path("/flows/standard")).then().statusCode(403);
  }

  @Test
  void owner_staysWithTheCallerAndWithTheLastOne() {
    String owner = tenant.client("owner").client_id();
    expect(
        put(owner, "{\"name\":\"owner\"}"), 403, "An owner cannot remove its own owner feature.");
    Response second = post("{\"name\":\"second\",\"features\":[\"owner\"]}");
    String id = second.path("_id");
    put(id, "{\"name\":\"second\"}").then().statusCode(200).body("features", empty());

    expect(delete(owner), 403, "A client with the owner feature cannot be deleted.");
    tenant.as("owner").get(tenant.path("/clients")).then().statusCode(200);
  }

  @Test
  void owners_whenTheyRemoveEachOtherAtOnce_thenOneStays() {
    List<Response> owners =
        IntStream.range(0, 6)
            .mapToObj(i -> post("{\"name\":\"owner " + i + "\",\"features\":[\"owner\"]}"))
            .toList();
    List<CompletableFuture<Response>> attempts =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> demote(owners, i)))
            .toList();
    attempts.forEach(CompletableFuture::join);

    assertThat(
            rows.texts(
                "SELECT id FROM api_client WHERE application_id = $1 AND 'owner' = ANY(features)",
                tenant.applicationId()))
        .isNotEmpty();
  }

  private Response demote(List<Response> owners, int by) {
    Response caller = owners.get(by);
    Response victim = owners.get((by + 1) % owners.size());
    return Tenant.as(caller.path("_id"), caller.path("_secret"))
        .contentType("application/json")
        .body(Map.of("name", victim.path("name")))
        .put(tenant.path("/clients/" + victim.path("_id")));
  }

  @Test
  void create_whenSixteenWantOneName_thenOneGetsIt() {
    List<Integer> statuses =
        IntStream.range(0, 16)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> post("{\"name\":\"race\"}")))
            .toList()
            .stream()
            .map(it -> it.join().statusCode())
            .toList();

    assertThat(statuses).containsOnlyOnce(201);
    assertThat(statuses.stream().filter(it -> it == 409)).hasSize(15);
  }

  @Test
  void create_whenThereAreFiveHundred_thenRefused() {
    rows.execute(
        "INSERT INTO api_client (id, application_id, name, features, ip_whitelist, created_at)"
            + " SELECT substr(md5($1::text || i) || md5(i::text), 1, 32), $1::text, 'n' || i, '{}',"
            + " '{0.0.0.0/0}', now() FROM generate_series(1, 495) i",
        tenant.applicationId());

    expect(post("{\"name\":\"one more\"}"), 409, "An application has at most 500 clients.");
  }

  @Test
  void delete_whenDone_thenEveryCredentialIsDead() {
    String id = tenant.client("direct_access").client_id();
    tenant
        .as("owner")
        .contentType("application/json")
        .body("{\"hoursToLive\":168}")
        .put(tenant.path("/clients/" + id + "/secret"))
        .then()
        .statusCode(200);

    delete(id).then().statusCode(204);

    tenant.as("direct_access").get(tenant.path("/flows/standard")).then().statusCode(401);
    Operator.as("auth").get("/internal/clients/" + id).then().statusCode(404);
    expect(get(id), 404, "Client not found.");
    expect(delete(id), 404, "Client not found.");
    assertThat(rows.texts("SELECT id::text FROM api_client_secret WHERE client_id = $1", id))
        .isEmpty();
  }

  @Test
  void delete_whenTheClientBelongsToAnOidcClient_thenConflict() {
    String id = tenant.client("login_client").client_id();
    rows.execute(
        "INSERT INTO client_setting (application_id, client_id, name, value)"
            + " VALUES ($1, $2, 'janrainOidcClientId', '\"5d2e\"')",
        tenant.applicationId(),
        id);

    expect(
        delete(id),
        409,
        "The client belongs to the OpenID Connect client '5d2e', with which it goes.");
  }

  @Test
  void everyChange_whenDone_thenToldAndRememberedWithoutSecrets() {
    Response created = post("{\"name\":\"told\"}");
    String id = created.path("_id");
    put(id, "{\"name\":\"told again\",\"features\":[\"direct_access\"]}");
    delete(id);

    List<Rows.PublishedEvent> events =
        rows.events(tenant.applicationId()).stream()
            .filter(it -> it.type().equals("client-changed"))
            .toList();
    assertThat(events).hasSize(3).allMatch(it -> it.subject().equals(id));
    List<String> audit =
        rows.texts(
            "SELECT row(operation, object, old_version, version, changed)::text FROM audit_record"
                + " WHERE application_id = $1 AND client_id IS NOT NULL ORDER BY created_at",
            tenant.applicationId());
    assertThat(audit)
        .containsExactly(
            "(createClient," + id + ",,1,{})",
            "(replaceClient," + id + ",1,2,\"{name,features}\")",
            "(deleteClient," + id + ",2,,{})");
    assertThat(audit + events.toString()).doesNotContain(created.<String>path("_secret"));
  }

  @Test
  void clientsOfAnotherTenant_areNotThere() {
    Tenant other = Operator.newTenant();
    String id = other.client("login_client").client_id();

    Stream.of(get(id), put(id, "{\"name\":\"x\"}"), delete(id))
        .forEach(it -> expect(it, 404, "Client not found."));
    tenant.as("owner").get(other.path("/clients/" + id)).then().statusCode(401);
    other
        .as("owner")
        .get(other.path("/clients/" + id))
        .then()
        .body("name", equalTo("login_client"));
  }

  @Test
  void idsThatCannotBeStored_areUnknownLikeOthers() {
    for (String id :
        List.of("%00", "%00".repeat(32), "%F0%9F%98%80", "a%27--", "x".repeat(2_000))) {
      tenant
          .as("owner")
          .urlEncodingEnabled(false)
          .get(tenant.path("/clients/" + id))
          .then()
          .statusCode(404);
      tenant
          .as("owner")
          .urlEncodingEnabled(false)
          .get("/config/" + id + "/clients")
          .then()
          .statusCode(401);
      tenant
          .as("owner")
          .urlEncodingEnabled(false)
          .get(tenant.path("/entityTypes/" + id))
          .then()
          .statusCode(404);
    }
    Tenant.as("\0".repeat(32), "x").get(tenant.path("/clients")).then().statusCode(401);
    Legacy.as(tenant, "\0", "x")
        .refused("/clients/list", 402, "client_id or client_secret is not valid");
    Legacy.as(tenant, "owner")
        .form("for_client_id", "\0")
        .refused(
            "/settings/items",
            200,
            "for_client_id was not valid for the following reason: for_client_id is not a valid id");
  }

  private Response get(String id) {
    return tenant.as("owner").get(tenant.path("/clients/" + id));
  }

  private Response post(String body) {
    return json().body(body).post(tenant.path("/clients"));
  }

  private Response put(String id, String body) {
    return json().body(body).put(tenant.path("/clients/" + id));
  }

  private Response delete(String id) {
    return tenant.as("owner").delete(tenant.path("/clients/" + id));
  }

  private io.restassured.specification.RequestSpecification json() {
    return tenant.as("owner").contentType("application/json");
  }

  private static void expect(Response response, int status, String text) {
    response.then().statusCode(status).body("errors", equalTo(text));
  }

  private static void expectMember(Response response, String member, String text) {
    response.then().statusCode(400).body("errors." + member, equalTo(text));
  }
}
