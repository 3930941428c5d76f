package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.testkit.Waiting;

/** A mobile application keeps its user signed in by a secret that it made itself. */
class MobileRefreshJourneyTest {
  private static final String SECRET = "89abcdef0123456789abcdef0123456789abcdef";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Tenant tenant = Stack.shared().demo();

  @Test
  void token_isRenewed_untilTheAccessEnds() {
    Reply registered =
        People.registration(tenant, People.newEmail()).form("refresh_secret", SECRET).send();
    assertThat(registered.text()).doesNotContain(SECRET);
    String first = registered.at("/access_token");

    String second = renew(first, SECRET).at("/access_token");
    String third = renew(second, SECRET).at("/access_token");

    for (String live : new String[] {first, second, third}) {
      assertThat(People.own(tenant, live).at("/stat")).isEqualTo("ok");
    }
    assertThat(renew(third, "f" + SECRET.substring(1)).code()).isEqualTo(402);
    deleteAccess(registered.at("/capture_user/uuid"));
    assertThat(renew(third, SECRET).code()).isEqualTo(414);
    assertThat(Waiting.until(() -> People.own(tenant, third).code() == 414, Duration.ofSeconds(15)))
        .isTrue();
  }

  /** The password changes in another session: the mobile one is over, and so is its secret. */
  @Test
  void token_isNotRenewed_afterThePasswordChanged() {
    String email = People.newEmail();
    String mobile =
        People.registration(tenant, email)
            .form("refresh_secret", SECRET)
            .send()
            .at("/access_token");
    String browser = People.signIn(tenant, email, People.PASSWORD).at("/access_token");

    Reply changed =
        People.profileUpdate(tenant, "changePasswordFormNoAuth")
            .form("access_token", browser)
            .form("newPassword", "Another.123")
            .form("newPasswordConfirm", "Another.123")
            .send();

    assertThat(changed.at("/stat")).as(changed.text()).isEqualTo("ok");
    assertThat(renew(mobile, SECRET).code()).isEqualTo(414);
  }

  private void deleteAccess(String uuid) {
    Reply reply =
        Call.post(tenant, "/entity.deleteAccess")
            .basic(tenant, "access_issuer")
            .form("type_name", "user")
            .form("uuid", uuid)
            .send();
    assertThat(reply.at("/stat")).as(reply.text()).isEqualTo("ok");
  }

  private Reply renew(String token, String secret) {
    String date = DATE.format(Instant.now());
    String text = "refresh_access_token\n" + date + "\n" + token + "\n";
    return Call.post(tenant, "/oauth/refresh_access_token")
        .form("client_id", tenant.clientId("login_client"))
        .form("access_token", token)
        .form("date", date)
        .form("signature", hmac(secret, text))
        .send();
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
