package org.vestibule.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;

/** A signed call is worth something for its own path, values and quarter of an hour only. */
class SignedCallsTest {
  private static final Duration INSIDE = Duration.ofMinutes(14);
  private static final Duration OUTSIDE = Duration.ofMinutes(16);
  private static final List<String> PATHS =
      List.of(
          "/access/getAccessToken",
          "/access/getAuthorizationCode",
          "/access/getVerificationCode",
          "/entity");

  /** Not signed like this, given twice, or no parameter at all: hidden in another's value. */
  private static final List<Object> REFUSALS = List.of(402, 201, 100);

  private final Tenant tenant = Stack.shared().demo();
  private final String uuid = People.register(tenant, People.newEmail()).at("/capture_user/uuid");

  @TestFactory
  Stream<DynamicTest> date_outsideTheWindow_isRefused() {
    return PATHS.stream()
        .map(path -> DynamicTest.dynamicTest(path, () -> assertOnlyInsideTheWindow(path)));
  }

  private void assertOnlyInsideTheWindow(String path) {
    for (Instant near : around(INSIDE)) {
      Reply reply = signed(path, near).send();
      assertThat(reply.at("/stat")).as(reply.text()).isEqualTo("ok");
    }
    for (Instant far : around(OUTSIDE)) {
      Reply reply = signed(path, far).send();
      assertThat(reply.code()).as(reply.text()).isEqualTo(402);
      assertThat(reply.at("/error_description")).isEqualTo("the signed request has expired");
    }
  }

  private static List<Instant> around(Duration distance) {
    Instant now = Instant.now();
    return List.of(now.minus(distance), now.plus(distance));
  }

  @Test
  void anotherPath_value_orParameter_isRefused() {
    Instant now = Instant.now();
    Call original = signed(PATHS.get(0), now);
    assertThat(original.send().at("/stat")).isEqualTo("ok");
    String stolen = original.sent("Authorization");
    for (Call changed :
        List.of(
            parameters(PATHS.get(1)),
            parameters(PATHS.get(0)).form("uuid", uuid.toUpperCase(Locale.ROOT)),
            parameters(PATHS.get(0)).form("for_client_id", tenant.clientId("login_client")),
            parameters(PATHS.get(0)).form("empty", ""),
            Call.post(tenant, PATHS.get(0) + "?type_name=user&uuid=" + uuid + "&uuid=" + uuid),
            Call.post(tenant, PATHS.get(0)).form("type_name", "user\nuuid=" + uuid))) {
      Reply reply =
          changed.header("Date", original.sent("Date")).header("Authorization", stolen).send();
      assertThat(reply.at("/stat")).as(changed + reply.text()).isEqualTo("error");
      assertThat(reply.code()).as(changed + reply.text()).isIn(REFUSALS);
    }
  }

  @Test
  void noDate_anUnreadableOne_orAnotherSecret_isRefused() {
    String client = tenant.clientId("access_issuer");
    for (Call call :
        List.of(
            parameters(PATHS.get(0)).header("Authorization", "Signature " + client + ":AAAA"),
            parameters(PATHS.get(0))
                .header("Date", "Sun, 22 Nov 2026 05:00:00 GMT")
                .header("Authorization", "Signature " + client + ":AAAA"),
            parameters(PATHS.get(0)).signed(client, tenant.secret("login_client")))) {
      Reply reply = call.send();
      assertThat(reply.code()).as(reply.text()).isEqualTo(402);
    }
  }

  private Call signed(String path, Instant date) {
    String client = path.equals("/entity") ? "direct_access" : "access_issuer";
    return parameters(path).signed(tenant.clientId(client), tenant.secret(client), date);
  }

  private Call parameters(String path) {
    Call call = Call.post(tenant, path).form("type_name", "user").form("uuid", uuid);
    return switch (path) {
      case "/access/getAuthorizationCode" -> call.form("redirect_uri", People.SITE);
      case "/access/getVerificationCode" -> call.form("attribute_name", "emailVerified");
      default -> call;
    };
  }
}
