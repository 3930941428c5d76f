package org.vestibule.entity.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.CreationTokens;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Stub;
import org.vestibule.platform.json.Json;

/** Records that are created by a one-time token instead of credentials (authentication.md 8.5). */
@QuarkusTest
class CreationTokenResourceTest extends ServiceTest {

  @Test
  void token_createsARecordOfItsClient() {
    String token = token();
    String email = email();

    JsonNode reply = ok(create(token, email, Map.of("include_record", "true")));

    assertThat(reply.path("result").path("email").asText()).isEqualTo(email);
    assertThat(reply.path("result").path("password").isNull()).isTrue();
    String uuid = reply.path("uuid").asText();
    assertThat(direct.byUuid(uuid).path("email").asText()).isEqualTo(email);
    assertThat(CreationTokens.confirmed(token)).isEqualTo(uuid);
  }

  @Test
  void token_creates_oneRecord() {
    String token = token();
    ok(create(token, email(), Map.of()));
    String second = email();

    refused(create(token, second, Map.of()));
    assertThat(count(second)).isZero();
  }

  @Test
  void token_atOnceBySixteen_createsOneRecord() {
    String token = token();
    List<String> emails = IntStream.range(0, 16).mapToObj(i -> email()).toList();
    ExecutorService callers = Executors.newFixedThreadPool(16);

    List<CompletableFuture<JsonNode>> calls =
        emails.stream()
            .map(it -> CompletableFuture.supplyAsync(() -> create(token, it, Map.of()), callers))
            .toList();
    List<JsonNode> replies = calls.stream().map(CompletableFuture::join).toList();
    callers.shutdown();

    assertThat(replies).filteredOn(it -> it.path("stat").asText().equals("ok")).hasSize(1);
    replies.stream().filter(it -> it.has("code")).forEach(CreationTokenResourceTest::refused);
    assertThat(emails.stream().mapToLong(this::count).sum()).isEqualTo(1);
  }

  @Test
  void token_isNotUsedUpByARefusedRecord() {
    String token = token();
    String taken = email();
    ok(direct.create("{\"email\":\"" + taken + "\"}"));

    error(create(token, taken, Map.of()), 361, "unique_violation");
    error(create(token, "no address", Map.of()), 360, "constraint_violation");
    error(post(token, Map.of("attributes", "{\"nope\":1}")), 223, "unknown_attribute");
    error(post(token, Map.of("attributes", "{")), 200, "invalid_argument");
    error(post(token, Map.of()), 100, "missing_argument");

    ok(create(token, email(), Map.of()));
  }

  /** Without an answer nobody knows whether the token is used up: then there is no record. */
  @Test
  void record_whenTheClaimIsNotAnswered_isNotThere() {
    String token = token();
    String email = email();
    Stub.delay("/internal/creation-tokens/claim", 1);

    assertThat(create(token, email, Map.of()).path("stat").asText()).isEqualTo("error");

    assertThat(count(email)).isZero();
    assertThat(CreationTokens.confirmed(token)).isEmpty();
  }

  @Test
  void record_whenTheConfirmationIsNotAnswered_isThere() {
    String email = email();
    Stub.delay("/internal/creation-tokens/confirm", 1);

    ok(create(token(), email, Map.of()));

    assertThat(count(email)).isEqualTo(1);
  }

  @Test
  void token_unknown_expired_orOfAnotherApplication_createsNothing() {
    refused(create("never-issued", email(), Map.of()));
    refused(create("x".repeat(10_000), email(), Map.of()));
    String expired = CreationTokens.issue(FIRST, "user", "expired");
    JsonNode late = create(expired, email(), Map.of());
    error(late, 417, "creation_token_expired");
    assertThat(late.path("error_description").asText()).isEqualTo("creation_token expired");
    String foreign = CreationTokens.issue(SECOND, "user", "active");
    error(create(foreign, email(), Map.of()), 402, "invalid_client_credentials");
  }

  @Test
  void token_besideCredentials_needsThoseOfItsClient() {
    String client = FIRST.client("login_client").id();
    String secret = FIRST.client("login_client").secret();
    String email = email();
    for (Map<String, String> wrong :
        List.of(
            Map.of("client_id", FIRST.client("direct_access").id()),
            Map.of("client_id", client, "client_secret", "wrong"),
            Map.of(
                "client_id",
                FIRST.client("direct_access").id(),
                "client_secret",
                FIRST.client("direct_access").secret()))) {
      error(create(token(), email, wrong), 402, "invalid_client_credentials");
    }
    assertThat(count(email)).isZero();
    ok(create(token(), email, Map.of("client_id", client, "client_secret", secret)));
  }

  /** A login client without the token may as little as before. */
  @Test
  void loginClient_withoutAToken_createsNothing() {
    CaptureApi login = CaptureApi.by(FIRST.client("login_client"));
    error(login.create("{}"), 403, "client_permission_error");
    error(
        login.call("entity.create", "attributes", "{}", "creation_token", ""),
        403,
        "client_permission_error");
  }

  @Test
  void token_opensNoOtherOperation() {
    String token = token();
    for (String operation :
        List.of("entity", "entity.update", "entity.delete", "entity.bulkCreate", "entity.find")) {
      error(call(operation, Map.of("creation_token", token)), 205, "invalid_auth_method");
      error(call(operation, Map.of("access_token", token)), 413, "no_access_grant");
    }
    error(call("entity.create", Map.of("access_token", token)), 413, "no_access_grant");
    ok(create(token, email(), Map.of()));
  }

  /** The type is the token's, whatever the call names. */
  @Test
  void token_ofATypeThatIsGone_createsNothing() {
    String token = CreationTokens.issue(FIRST, "gone", "active");
    error(create(token, email(), Map.of()), 222, "unknown_entity_type");
  }

  private static String token() {
    return CreationTokens.issue(FIRST, "user", "active");
  }

  private static JsonNode create(String token, String email, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(more);
    all.put("attributes", "{\"email\":\"" + email + "\"}");
    return post(token, all);
  }

  private static JsonNode post(String token, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(more);
    all.put("creation_token", token);
    return call("entity.create", all);
  }

  private static JsonNode call(String operation, Map<String, String> form) {
    return Json.parse(
        given()
            .baseUri("http://" + FIRST.host())
            .contentType("application/x-www-form-urlencoded; charset=UTF-8")
            .formParam("type_name", "user")
            .formParams(form)
            .post("/" + operation)
            .asByteArray());
  }

  private static void refused(JsonNode reply) {
    error(reply, 200, "invalid_argument");
    assertThat(reply.path("argument_name").asText()).isEqualTo("creation_token");
    assertThat(reply.path("error_description").asText()).isEqualTo("creation token not recognized");
  }

  private long count(String email) {
    return ok(direct.call("entity.count", "filter", "email = '" + email + "'"))
        .path("total_count")
        .asLong();
  }
}
