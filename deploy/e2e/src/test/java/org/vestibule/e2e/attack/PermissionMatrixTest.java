package org.vestibule.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;

/**
 * Who may call what, over the whole stack, as authentication.md 3.1 and the families' own pages
 * say. Whoever may is told something else: what is missing, that it does not exist, or the result.
 */
class PermissionMatrixTest {
  private static final List<String> FEATURES =
      List.of("owner", "access_issuer", "direct_access", "direct_read_access", "login_client");

  /** Columns: the five features, and a user's token where the family knows tokens. */
  private static final String REGISTRATION_DOMAIN =
      """
      POST /access/getAccessToken               y y y - - -
      POST /access/getAuthorizationCode         y y y - - -
      POST /access/getVerificationCode          y y y - - -
      POST /access/getCreationToken             y y y - - -
      GET  /access/getAccessToken               y y y - - -
      GET  /access/getAuthorizationCode         y y y - - -
      GET  /access/getVerificationCode          y y y - - -
      GET  /access/getCreationToken             y y y - - -
      POST /oauth/token                         y y y - y -
      GET  /oauth/token                         y y y - y -
      POST /entity                              y - y y - y
      POST /entity.find                         y - y y - -
      POST /entity.count                        y - y y - -
      POST /entity.create                       y - y - - -
      POST /entity.bulkCreate                   y - y - - -
      POST /entity.update                       y - y - - y
      POST /entity.replace                      y - y - - y
      POST /entity.delete                       y - y - - y
      POST /entity.adopt                        y - y - - y
      POST /entity.attributeValues              y - y y - -
      POST /entity.purge                        y - - - - -
      POST /entity.bulkDelete                   y - - - - -
      POST /entity.deleteAccess                 y y y - y -
      POST /versions/entity                     y - y y - -
      POST /versions/entity.list                y - y y - -
      POST /versions/entityType                 y - y y - -
      POST /entityType                          y y y y y y
      POST /entityType.getAccessSchema          y y y y y -
      POST /entityType.list                     y - - - - -
      POST /entityType.create                   y - - - - -
      POST /entityType.delete                   y - - - - -
      POST /entityType.addAttribute             y - - - - -
      POST /entityType.removeAttribute          y - - - - -
      POST /entityType.renameAttribute          y - - - - -
      POST /entityType.setAttributeConstraints  y - - - - -
      POST /entityType.setAttributeDescription  y - - - - -
      POST /entityType.setPasswordSettings      y - - - - -
      POST /entityType.rules                    y - - - - -
      POST /entityType.addRule                  y - - - - -
      POST /entityType.removeRule               y - - - - -
      POST /entityType.properties               y - - - - -
      POST /entityType.addProperty              y - - - - -
      POST /entityType.removeProperty           y - - - - -
      POST /entityType.setAccessSchema          y - - - - -
      POST /entityType.deleteAccessSchema       y - - - - -
      POST /clients/list                        y - - - - -
      POST /clients/add                         y - - - - -
      POST /clients/delete                      y - - - - -
      POST /clients/reset_secret                y - - - - -
      POST /clients/set_description             y - - - - -
      POST /clients/set_features                y - - - - -
      POST /clients/set_whitelist               y - - - - -
      POST /clients/clear_whitelist             y - - - - -
      POST /settings/get                        y y y y y -
      POST /settings/get_default                y y y y y -
      POST /settings/get_multi                  y y y y y -
      POST /settings/items                      y y y y y -
      POST /settings/keys                       y y y y y -
      POST /settings/get_all                    y - - - - -
      POST /settings/set                        y - - - - -
      POST /settings/set_multi                  y - - - - -
      POST /settings/set_default                y - - - - -
      POST /settings/set_default_multi          y - - - - -
      POST /settings/delete                     y - - - - -
      POST /settings/delete_default             y - - - - -
      POST /settings/widget/publish             y - - - - -
      POST /settings/widget/get                 y - - - - -
      POST /settings/widget/list                y - - - - -
      POST /settings/widget/delete              y - - - - -
      """;

  /** The client names itself by its id alone. */
  private static final String NATIVE =
      """
      POST /oauth/auth_native_traditional       - - - - y
      POST /oauth/register_native_traditional   - - - - y
      POST /oauth/update_profile_native         - - - - y
      POST /oauth/forgot_password_native        - - - - y
      POST /oauth/verify_email_native           - - - - y
      POST /oauth/auth_native                   - - - - y
      POST /oauth/register_native               - - - - y
      POST /oauth/link_account_native           - - - - y
      POST /oauth/unlink_account_native         - - - - y
      POST /oauth/refresh_access_token          - - - - y
      """;

  /** Below {@code /config/{app}}; what an owner would change does not exist. */
  private static final String CONFIGURATION =
      """
      GET    /clients                           y - - - -
      POST   /clients                           y - - - -
      GET    /clients/nobody                    y - - - -
      PUT    /clients/nobody                    y - - - -
      DELETE /clients/nobody                    y - - - -
      PUT    /clients/nobody/secret             y - - - -
      POST   /clients/nobody/secret             y - - - -
      GET    /clients/{login}/settings          y - - - y
      PUT    /clients/nobody/settings           y - - - -
      GET    /settings                          y - - - -
      GET    /settings/options                  y - - - -
      GET    /audit                             y - - - -
      GET    /entityTypes                       y y y y y
      GET    /entityTypes/user                  y y y y y
      GET    /entityTypes/user/attributes       y - - - -
      GET    /entityTypes/user/attributes/email y - - - -
      GET    /schemas                           y - y - -
      GET    /schemas/user                      y - y - -
      PUT    /schemas/nothing/nick              y - - - -
      DELETE /schemas/nothing/email             y - - - -
      GET    /flows                                               y - y - -
      GET    /flows/standard                                      y - y - -
      POST   /flows/nothing/copy                                  y - y - -
      POST   /flows/nothing/promote                               y - y - -
      GET    /flows/standard/versions                             y - y - -
      GET    /flows/standard/versions/HEAD                        y - y - -
      POST   /flows/nothing/versions/HEAD                         y - y - -
      GET    /flows/standard/fields                               y - y - -
      POST   /flows/nothing/fields                                y - y - -
      GET    /flows/standard/fields/gender                        y - y - -
      PUT    /flows/nothing/fields/gender                         y - y - -
      DELETE /flows/nothing/fields/gender                         y - y - -
      GET    /flows/standard/forms                                y - y - -
      POST   /flows/nothing/forms                                 y - y - -
      GET    /flows/standard/forms/signInForm                     y - y - -
      PUT    /flows/nothing/forms/signInForm                      y - y - -
      DELETE /flows/nothing/forms/signInForm                      y - y - -
      GET    /flows/standard/locales                              y - y - -
      GET    /flows/standard/locales/en-US                        y - y - -
      GET    /flows/standard/locales/en-US/fields                 y - y - -
      PUT    /flows/nothing/locales/en-US/fields/gender           y - y - -
      GET    /flows/standard/strings                              y - y - -
      POST   /flows/nothing/strings                               y - y - -
      DELETE /flows/nothing/strings/x                             y - y - -
      GET    /flows/standard/screens                              y - y - -
      POST   /flows/nothing/screens                               y - y - -
      DELETE /flows/nothing/screens/x                             y - y - -
      GET    /flows/standard/translations                         y - y - -
      PATCH  /flows/nothing/translations                          y - y - -
      DELETE /flows/nothing/translations/x                        y - y - -
      GET    /flows/standard/locales/en-US/mailTemplates          y - y - -
      PUT    /flows/nothing/locales/en-US/mailTemplates/x         y - y - -
      POST   /flows/nothing/locales/en-US/mailTemplates/x/preview y - y - -
      GET    /flows/standard/links                                y - y - -
      POST   /flows/nothing/links                                 y - y - -
      GET    /flows/standard/upgrades                             y - y - -
      POST   /flows/nothing/upgrades/v2                           y - y - -
      POST   /flows/nothing/2faMessages                           y - y - -
      PUT    /flows/nothing                                       y - - - -
      """;

  private final Tenant tenant = Stack.shared().demo();

  @TestFactory
  Stream<DynamicTest> registrationDomain() {
    return rows(REGISTRATION_DOMAIN)
        .map(row -> dynamicTest(row.name(), () -> registrationDomain(row)));
  }

  private void registrationDomain(Row row) {
    for (int i = 0; i < FEATURES.size(); i++) {
      Reply reply = typed(row).basic(tenant, FEATURES.get(i)).send();
      row.check(i, reply, reply.code() == 403);
      assertThat(reply.code()).as(reply.text()).isNotIn(205, 402, 404);
    }
    if (!row.path().startsWith("/oauth")) {
      // Somebody new each time: who may delete, deletes.
      String token = People.register(tenant, People.newEmail()).at("/access_token");
      Reply byToken = typed(row).token(token).send();
      row.check(FEATURES.size(), byToken, byToken.code() == 403);
    }
    Reply anonymous = typed(row).send();
    assertThat(anonymous.code()).as(anonymous.text()).isEqualTo(205);
  }

  private Call typed(Row row) {
    Call call = Call.of(row.method(), tenant.baseUrl(), row.path());
    return row.method().equals("GET")
        ? call.query("type_name", "user")
        : call.form("type_name", "user");
  }

  @TestFactory
  Stream<DynamicTest> nativeCalls() {
    return rows(NATIVE).map(row -> dynamicTest(row.name(), () -> nativeCall(row)));
  }

  private void nativeCall(Row row) {
    for (int i = 0; i < FEATURES.size(); i++) {
      Reply reply =
          Call.post(tenant, row.path()).form("client_id", tenant.clientId(FEATURES.get(i))).send();
      row.check(i, reply, reply.at("/error").equals("permission_error"));
    }
    Reply anonymous = Call.post(tenant, row.path()).form("locale", "en-US").send();
    assertThat(anonymous.code()).as(anonymous.text()).isEqualTo(100);
    Reply unknown = Call.post(tenant, row.path()).form("client_id", "nobody").send();
    assertThat(unknown.code()).as(unknown.text()).isEqualTo(402);
  }

  @TestFactory
  Stream<DynamicTest> configuration() {
    return rows(CONFIGURATION).map(row -> dynamicTest(row.name(), () -> configuration(row)));
  }

  private void configuration(Row row) {
    for (int i = 0; i < FEATURES.size(); i++) {
      Reply reply = ofConfiguration(row).basic(tenant, FEATURES.get(i)).send();
      row.check(i, reply, reply.status() == 403);
      assertThat(reply.status()).as(reply.text()).isNotIn(401, 405, 500, 503);
    }
    assertThat(ofConfiguration(row).send().status()).isEqualTo(401);
  }

  private Call ofConfiguration(Row row) {
    String path = row.path().replace("{login}", tenant.clientId("login_client"));
    Call call = Call.of(row.method(), tenant.baseUrl(), "/config/" + tenant.applicationId() + path);
    return List.of("GET", "DELETE").contains(row.method()) ? call : call.json("{}");
  }

  /** The one operation without a caller. */
  @TestFactory
  Stream<DynamicTest> verificationCodes_areUsedByAnybody() {
    return Stream.of("/access/useVerificationCode", "/access/use_verification_code")
        .map(
            path ->
                dynamicTest(
                    path,
                    () -> {
                      Reply reply = Call.post(tenant, path).send();
                      assertThat(reply.code()).as(reply.text()).isEqualTo(100);
                    }));
  }

  private static Stream<Row> rows(String table) {
    return table.lines().map(line -> line.split("\\s+")).map(Row::of);
  }

  private record Row(String method, String path, List<String> marks) {
    static Row of(String[] words) {
      return new Row(words[0], words[1], Arrays.asList(words).subList(2, words.length));
    }

    String name() {
      return method + " " + path;
    }

    void check(int column, Reply reply, boolean isRefused) {
      assertThat(isRefused)
          .as("%s column %d: %s", name(), column, reply.text())
          .isEqualTo(marks.get(column).equals("-"));
    }
  }
}
