package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.testkit.Waiting;

/** A deactivated account is out at once, and comes back without its old tokens. */
class DeactivationJourneyTest {
  private final Tenant tenant = Stack.shared().demo();

  @Test
  void deactivated_thenEverythingIsDeadUntilItIsActiveAgain() {
    String email = People.newEmail();
    Reply registered = People.register(tenant, email);
    String token = registered.at("/access_token");
    Reply signedIn = signInForCode(email);
    Reply tokens = People.exchange(tenant, signIn(email), People.SITE);

    set(registered.at("/capture_user/uuid"), "\"2026-03-11 09:42:07 +0000\"");

    assertThat(Waiting.until(() -> People.own(tenant, token).code() == 414, Duration.ofSeconds(20)))
        .isTrue();
    assertThat(People.own(tenant, tokens.at("/access_token")).code()).isEqualTo(414);
    assertThat(People.refresh(tenant, tokens.at("/refresh_token")).at("/error"))
        .isEqualTo("invalid_grant");
    assertThat(
            People.exchange(tenant, signedIn.at("/authorization_code"), People.SITE).at("/error"))
        .isEqualTo("invalid_grant");
    assertThat(People.signIn(tenant, email, People.PASSWORD).at("/message"))
        .isEqualTo("accountDeactivated");

    set(registered.at("/capture_user/uuid"), "null");

    assertThat(People.signIn(tenant, email, People.PASSWORD).at("/stat")).isEqualTo("ok");
    assertThat(People.own(tenant, token).code()).isEqualTo(414);
  }

  private String signIn(String email) {
    return signInForCode(email).at("/authorization_code");
  }

  private Reply signInForCode(String email) {
    return People.nativeCall(tenant, "/oauth/auth_native_traditional")
        .form("form", "signInForm")
        .form("signInEmailAddress", email)
        .form("currentPassword", People.PASSWORD)
        .form("response_type", "code")
        .send();
  }

  private void set(String uuid, String date) {
    Reply reply =
        Call.post(tenant, "/entity.update")
            .basic(tenant, "direct_access")
            .form("type_name", "user")
            .form("uuid", uuid)
            .form("attributes", "{\"deactivateAccount\":" + date + "}")
            .send();
    assertThat(reply.at("/stat")).as(reply.text()).isEqualTo("ok");
  }
}
