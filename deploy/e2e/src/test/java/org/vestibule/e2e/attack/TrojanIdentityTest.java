package org.vestibule.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.Mailbox;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.SocialProvider;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.testkit.Waiting;

/**
 * Somebody registers the address of another, links an own identity and waits. Whoever reads the
 * mailbox and recovers the password has the account alone; those who register themselves keep what
 * is theirs.
 */
class TrojanIdentityTest {
  private static final String CHOSEN = "Owner-chose.1";
  private final Tenant tenant = Stack.shared().demo();
  private final Mailbox mailbox = new Mailbox(tenant);

  @Test
  void identityLinkedBeforeTheOwnerRecovers_isOfNoUse() {
    String email = People.newEmail();
    String identity = identity();
    Reply hijacker = People.register(tenant, email);
    link(hijacker, identity);
    String waiting = signIn(identity).at("/access_token");

    recover(email);

    assertThat(signIn(identity).at("/code")).isEqualTo("310");
    assertThat(People.own(tenant, waiting).at("/code")).isEqualTo("414");
    assertThat(People.own(tenant, hijacker.at("/access_token")).at("/code")).isEqualTo("414");
    assertThat(People.signIn(tenant, email, People.PASSWORD).at("/code")).isEqualTo("210");
    Reply owner = People.signIn(tenant, email, CHOSEN);
    assertThat(owner.at("/stat")).isEqualTo("ok");
    assertThat(owner.json().at("/capture_user/profiles")).isEmpty();
  }

  /** Sites may set the new password by the API of records instead of a form. */
  @ParameterizedTest
  @ValueSource(strings = {"/entity.update", "/entity.replace"})
  void identityLinkedBeforeTheOwnerRecoversByTheirOwnPage_isOfNoUse(String operation) {
    String email = People.newEmail();
    String identity = identity();
    Reply hijacker = People.register(tenant, email);
    link(hijacker, identity);
    String waiting = signIn(identity).at("/access_token");

    String token = recovered(email);
    Call change =
        Call.post(tenant, operation)
            .form("access_token", token)
            .form("attributes", "{\"email\":\"" + email + "\",\"password\":\"" + CHOSEN + "\"}");
    assertThat(change.send().at("/stat")).isEqualTo("ok");

    assertThat(signIn(identity).at("/code")).isEqualTo("310");
    assertThat(People.own(tenant, waiting).at("/code")).isEqualTo("414");
    assertThat(People.own(tenant, hijacker.at("/access_token")).at("/code")).isEqualTo("414");
    Reply owner = People.signIn(tenant, email, CHOSEN);
    assertThat(owner.at("/stat")).as(owner.text()).isEqualTo("ok");
    assertThat(owner.json().at("/capture_user/profiles")).isEmpty();
    assertThat(People.own(tenant, token).at("/stat")).isEqualTo("ok");
  }

  /** What was linked is gone in the same change, though it is not part of the place. */
  @Test
  void identityLinkedBeforeTheOwnerReplacesThePasswordAlone_endsAtOnce() {
    String email = People.newEmail();
    String identity = identity();
    link(People.register(tenant, email), identity);

    Reply changed =
        Call.post(tenant, "/entity.replace")
            .form("access_token", recovered(email))
            .form("attribute_name", "password")
            .form("attributes", "\"" + CHOSEN + "\"")
            .form("include_record", "true")
            .send();

    assertThat(changed.at("/stat")).as(changed.text()).isEqualTo("ok");
    assertThat(changed.json().at("/result/profiles").isArray()).as(changed.text()).isTrue();
    assertThat(changed.json().at("/result/profiles")).isEmpty();
    assertThat(signIn(identity).at("/code")).isEqualTo("310");
  }

  @Test
  void identitiesLinkedWhileTheOwnerRecovers_areOfNoUse() throws InterruptedException {
    String email = People.newEmail();
    Reply hijacker = People.register(tenant, email);
    String token = recovered(email);
    Queue<String> linked = new ConcurrentLinkedQueue<>();
    Thread attack = new Thread(() -> linkUntilRefused(hijacker, linked));
    attack.start();
    Waiting.until(() -> !linked.isEmpty(), Duration.ofSeconds(10));

    setPassword(token);
    attack.join();

    assertThat(linked).isNotEmpty();
    assertThat(People.own(tenant, token).json().at("/result/profiles")).isEmpty();
    assertThat(signIn(linked.peek()).at("/code")).isEqualTo("310");
  }

  private void linkUntilRefused(Reply user, Queue<String> linked) {
    String identity = identity();
    while (linkCall(user, identity).send().at("/stat").equals("ok")) {
      linked.add(identity);
      identity = identity();
    }
  }

  @Test
  void identityOfSomebodyWhoProvedTheAddress_survivesTheRecovery() {
    String email = People.newEmail();
    String identity = identity();
    link(People.register(tenant, email), identity);
    verify(email);

    recover(email);

    Reply signedIn = signIn(identity);
    assertThat(signedIn.at("/stat")).as(signedIn.text()).isEqualTo("ok");
    assertThat(signedIn.at("/capture_user/email")).isEqualTo(email);
  }

  @Test
  void newUserWhoComesByAnIdentity_keepsItAfterTheVerification() {
    String email = People.newEmail();
    String identity = identity();
    Reply registered =
        People.nativeCall(tenant, "/oauth/register_native")
            .form("form", "socialRegistrationForm")
            .form("token", token(identity))
            .form("emailAddress", email)
            .form("displayName", "Jo")
            .send();
    assertThat(registered.at("/is_new")).as(registered.text()).isEqualTo("true");

    verify(email);

    Reply signedIn = signIn(identity);
    assertThat(signedIn.at("/stat")).as(signedIn.text()).isEqualTo("ok");
    assertThat(signedIn.json().at("/capture_user/emailVerified").isTextual()).isTrue();
  }

  @Test
  void proofOfAnOldAddress_isNoneOfTheNewOne() {
    String own = People.newEmail();
    String others = People.newEmail();
    String identity = identity();
    link(People.register(tenant, own), identity);
    String token = recovered(own);
    Reply moved =
        People.profileUpdate(tenant, "editProfileForm")
            .form("access_token", token)
            .form("displayName", "Jo")
            .form("emailAddress", others)
            .send();
    assertThat(moved.at("/stat")).as(moved.text()).isEqualTo("ok");

    setPassword(token);

    Reply signedIn = People.signIn(tenant, others, CHOSEN);
    assertThat(signedIn.json().at("/capture_user/emailVerified").isNull()).isTrue();
    assertThat(signIn(identity).at("/stat")).isEqualTo("ok");
  }

  private void recover(String email) {
    setPassword(recovered(email));
  }

  private String recovered(String email) {
    People.forgotPassword(tenant, email).send();
    Reply exchanged =
        People.exchange(
            tenant,
            mailbox.recoveryCode(email, 1),
            tenant.baseUrl() + "/_local/site/reset-password");
    assertThat(exchanged.at("/stat")).as(exchanged.text()).isEqualTo("ok");
    return exchanged.at("/access_token");
  }

  private void setPassword(String token) {
    Reply changed =
        People.profileUpdate(tenant, "changePasswordFormNoAuth")
            .form("access_token", token)
            .form("newPassword", CHOSEN)
            .form("newPasswordConfirm", CHOSEN)
            .send();
    assertThat(changed.at("/stat")).as(changed.text()).isEqualTo("ok");
  }

  private void verify(String email) {
    Reply verified = People.verification(tenant, mailbox.verificationCode(email)).send();
    assertThat(verified.at("/stat")).as(verified.text()).isEqualTo("ok");
  }

  private void link(Reply user, String identity) {
    Reply linked = linkCall(user, identity).send();
    assertThat(linked.at("/stat")).as(linked.text()).isEqualTo("ok");
  }

  private Call linkCall(Reply user, String identity) {
    return People.nativeCall(tenant, "/oauth/link_account_native")
        .form("access_token", user.at("/access_token"))
        .form("token", token(identity));
  }

  private Reply signIn(String identity) {
    Call call = People.nativeCall(tenant, "/oauth/auth_native").form("token", token(identity));
    return call.send();
  }

  private static String identity() {
    return "https://www.facebook.com/" + UUID.randomUUID();
  }

  /** A sign-in at a provider that vouches for no address. */
  private String token(String identity) {
    ObjectNode profile = (ObjectNode) SocialProvider.profile(identity, null);
    profile.remove("verifiedEmail");
    return SocialProvider.token(tenant.applicationId(), profile);
  }
}
