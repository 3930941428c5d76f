package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;

/** With the credentials, tokens and ids of one application nothing of the other can be reached. */
class TenantMatrixJourneyTest {
  private static final List<String> CLIENTS =
      List.of("owner", "direct_access", "direct_read_access", "access_issuer", "login_client");
  private static final List<String> RECORD_OPERATIONS =
      List.of(
          "/entity",
          "/entity.find",
          "/entity.count",
          "/entity.update",
          "/entity.replace",
          "/entity.create",
          "/entity.bulkCreate",
          "/entity.delete",
          "/entity.deleteAccess",
          "/entity.purge",
          "/entity.bulkDelete",
          "/entity.adopt",
          "/entity.attributeValues",
          "/versions/entity",
          "/versions/entity.list",
          "/versions/entityType",
          "/entityType",
          "/entityType.list",
          "/entityType.create",
          "/entityType.delete",
          "/entityType.addAttribute",
          "/entityType.removeAttribute",
          "/entityType.setAttributeConstraints",
          "/entityType.setPasswordSettings",
          "/entityType.addRule",
          "/entityType.rules",
          "/entityType.properties",
          "/entityType.getAccessSchema",
          "/entityType.setAccessSchema",
          "/clients/list",
          "/clients/add",
          "/clients/delete",
          "/clients/reset_secret",
          "/clients/set_features",
          "/clients/set_whitelist",
          "/settings/items",
          "/settings/get_all",
          "/settings/set_default_multi",
          "/settings/widget/publish",
          "/access/getAccessToken",
          "/access/getAuthorizationCode",
          "/access/getVerificationCode",
          "/access/getCreationToken",
          "/oauth/token");

  /** Arguments by which an operation would do harm if it were let. */
  private static final Map<String, Map<String, String>> ARGUMENTS =
      Map.ofEntries(
          Map.entry("/access/getAuthorizationCode", Map.of("redirect_uri", People.SITE)),
          Map.entry("/access/getVerificationCode", Map.of("attribute_name", "emailVerified")),
          Map.entry("/entity.update", Map.of("attributes", "{\"givenName\":\"Mallory\"}")),
          Map.entry("/entity.replace", Map.of("attributes", "{\"givenName\":\"Mallory\"}")),
          Map.entry("/entity.create", Map.of("attributes", "{\"givenName\":\"Mallory\"}")),
          Map.entry("/entity.bulkCreate", Map.of("all_attributes", "[{}]")),
          Map.entry("/entity.purge", Map.of("commit", "true")),
          Map.entry("/entity.bulkDelete", Map.of("filter", "id > 0", "commit", "true")),
          Map.entry(
              "/entity.adopt", Map.of("id", "1", "attribute_name", "photos", "child_id", "1")),
          Map.entry("/entity.attributeValues", Map.of("attribute_path", "email")),
          Map.entry("/entityType.delete", Map.of("commit", "true")),
          Map.entry("/entityType.removeAttribute", Map.of("attribute_name", "givenName")),
          Map.entry("/entityType.addRule", Map.of("definition", "{\"max-length\":0}")),
          Map.entry("/entityType.setPasswordSettings", Map.of("settings", "{\"historySize\":9}")));

  private final Tenant attacker = Stack.shared().demo();
  private final Tenant victim = Stack.shared().second();

  @TestFactory
  Stream<DynamicTest> foreignClients_areUnknownOnEveryRecordOperation() {
    Reply target = People.register(victim, People.newEmail());
    return CLIENTS.stream()
        .flatMap(
            client ->
                RECORD_OPERATIONS.stream()
                    .map(
                        path ->
                            dynamicTest(client + " " + path, () -> refused(client, path, target))));
  }

  private void refused(String client, String path, Reply target) {
    String uuid = target.at("/capture_user/uuid");
    for (Call call :
        List.of(
            record(victim, path, uuid).basic(attacker, client),
            record(victim, path, uuid)
                .form("client_id", attacker.clientId(client))
                .form("client_secret", attacker.secret(client)),
            record(victim, path, uuid)
                .signed(attacker.clientId(client), attacker.secret(client)))) {
      Reply reply = call.send();
      assertThat(reply.code()).as(reply.text()).isEqualTo(402);
    }
    assertUntouched(target);
  }

  @TestFactory
  Stream<DynamicTest> foreignIds_areNotFoundOnOnesOwnDomain() {
    Reply target = People.register(victim, People.newEmail());
    String uuid = target.at("/capture_user/uuid");
    return Stream.of(
            "/entity",
            "/entity.update",
            "/entity.replace",
            "/entity.delete",
            "/entity.deleteAccess",
            "/access/getAccessToken",
            "/access/getAuthorizationCode",
            "/access/getVerificationCode")
        .map(
            path ->
                dynamicTest(
                    path,
                    () -> {
                      Reply reply = record(attacker, path, uuid).basic(attacker, "owner").send();
                      assertThat(reply.code()).as(reply.text()).isEqualTo(310);
                      assertUntouched(target);
                    }));
  }

  @Test
  void foreignRecords_areNeverFoundOrCounted() {
    String email = People.newEmail();
    People.register(victim, email);
    String filter = "email = '" + email + "'";
    Reply found =
        record(attacker, "/entity.find", "").form("filter", filter).basic(attacker, "owner").send();
    Reply counted =
        record(attacker, "/entity.count", "")
            .form("filter", filter)
            .basic(attacker, "owner")
            .send();
    assertThat(found.at("/result_count")).as(found.text()).isEqualTo("0");
    assertThat(counted.at("/total_count")).as(counted.text()).isEqualTo("0");
    Reply values =
        record(attacker, "/entity.attributeValues", "")
            .form("max_results", "10000")
            .basic(attacker, "owner")
            .send();
    assertThat(values.at("/stat")).as(values.text()).isEqualTo("ok");
    assertThat(values.text()).doesNotContain(email);
    Reply removed =
        Call.post(attacker, "/entity.bulkDelete")
            .form("type_name", "user")
            .form("filter", filter)
            .form("commit", "true")
            .basic(attacker, "owner")
            .send();
    assertThat(removed.at("/total_count")).as(removed.text()).isEqualTo("0");
    assertThat(People.signIn(victim, email, People.PASSWORD).at("/stat")).isEqualTo("ok");
  }

  @Test
  void foreignClients_getNoAccessSchemas() {
    for (String path :
        List.of(
            "/entityType.getAccessSchema",
            "/entityType.setAccessSchema",
            "/entityType.deleteAccessSchema")) {
      Reply reply =
          Call.post(attacker, path)
              .form("type_name", "user")
              .form("for_client_id", victim.clientId("login_client"))
              .form("access_type", "read")
              .form("attributes", "[]")
              .basic(attacker, "owner")
              .send();
      assertThat(reply.code()).as(reply.text()).isEqualTo(200);
      assertThat(reply.at("/error_description")).contains("for_client_id");
    }
  }

  @TestFactory
  Stream<DynamicTest> foreignTokens_areUnknownOnTheOtherDomain() {
    Reply target = People.register(victim, People.newEmail());
    return Stream.of(
            "/entity",
            "/entity.update",
            "/entity.replace",
            "/entity.delete",
            "/entity.adopt",
            "/entityType")
        .map(
            path ->
                dynamicTest(
                    path,
                    () -> {
                      Reply reply =
                          record(attacker, path, "").token(target.at("/access_token")).send();
                      assertThat(reply.code()).as(reply.text()).isEqualTo(413);
                      assertUntouched(target);
                    }));
  }

  @Test
  void foreignLoginClient_cannotRegisterOrSignIn() {
    String email = People.newEmail();
    People.register(victim, email);
    for (String path :
        List.of(
            "/oauth/register_native_traditional",
            "/oauth/auth_native_traditional",
            "/oauth/register_native",
            "/oauth/auth_native",
            "/oauth/link_account_native",
            "/oauth/unlink_account_native")) {
      Reply reply =
          Call.post(victim, path)
              .form("client_id", attacker.clientId("login_client"))
              .form("flow", "standard")
              .form("flow_version", victim.flowVersion())
              .form("locale", "en-US")
              .form("form", "signInForm")
              .form("redirect_uri", "https://shop.example.com/")
              .form("signInEmailAddress", email)
              .form("currentPassword", People.PASSWORD)
              .send();
      assertThat(reply.code()).as(reply.text()).isEqualTo(402);
    }
  }

  @Test
  void passwordOfTheOtherApplication_doesNotSignIn_andAddressIsFreeHere() {
    String email = People.newEmail();
    People.register(victim, email);
    assertThat(People.signIn(attacker, email, People.PASSWORD).code()).isEqualTo(210);
    assertThat(People.register(attacker, email).at("/stat")).isEqualTo("ok");
  }

  @TestFactory
  Stream<DynamicTest> foreignOwner_cannotReadOrChangeTheConfiguration() {
    String app = "/config/" + victim.applicationId();
    String secret = app + "/clients/" + victim.clientId("owner") + "/secret";
    String crossed =
        "/config/" + attacker.applicationId() + "/clients/" + victim.clientId("owner") + "/secret";
    return Stream.of(
            Call.of("GET", victim.baseUrl(), app + "/clients"),
            Call.of("GET", victim.baseUrl(), app + "/clients/" + victim.clientId("owner")),
            Call.of("PUT", victim.baseUrl(), app + "/settings").json("{}"),
            Call.of("GET", victim.baseUrl(), app + "/settings?include_clients=true"),
            Call.of("GET", victim.baseUrl(), app + "/audit"),
            Call.of("GET", victim.baseUrl(), app + "/entityTypes"),
            Call.of("DELETE", victim.baseUrl(), app + "/schemas/user/email"),
            Call.of("DELETE", attacker.baseUrl(), crossed.replace("/secret", "")),
            Call.of("PUT", attacker.baseUrl(), crossed.replace("secret", "settings")).json("{}"),
            Call.of("GET", victim.baseUrl(), app + "/flows/standard"),
            Call.of("PUT", victim.baseUrl(), secret).json("{\"hoursToLive\":0}"),
            Call.of("POST", attacker.baseUrl(), crossed).json("{\"hoursToLive\":0}"))
        .map(
            call ->
                dynamicTest(
                    call.toString(),
                    () -> {
                      Reply reply = call.basic(attacker, "owner").send();
                      assertThat(reply.status()).as(reply.text()).isIn(401, 404);
                      assertThat(reply.text()).doesNotContain(victim.secret("owner"));
                    }));
  }

  private void assertUntouched(Reply target) {
    Reply still =
        record(victim, "/entity", target.at("/capture_user/uuid")).basic(victim, "owner").send();
    assertThat(still.at("/result/lastUpdated"))
        .as(still.text())
        .isEqualTo(target.at("/capture_user/lastUpdated"));
    Reply byToken = Call.post(victim, "/entity").token(target.at("/access_token")).send();
    assertThat(byToken.at("/stat")).as(byToken.text()).isEqualTo("ok");
  }

  private static Call record(Tenant tenant, String path, String uuid) {
    Call call = Call.post(tenant, path).form("type_name", "user");
    if (!uuid.isEmpty()) {
      call.form("uuid", uuid);
    }
    return call.form(ARGUMENTS.getOrDefault(path, Map.of()));
  }
}
