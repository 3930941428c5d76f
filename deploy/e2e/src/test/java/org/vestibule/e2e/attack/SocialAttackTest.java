package org.vestibule.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.SocialProvider;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;

/** Social sign-in across all services and replicas, as somebody would try it who means harm. */
class SocialAttackTest {
  private final Tenant demo = Stack.shared().demo();
  private final Tenant second = Stack.shared().second();

  @Test
  void sixteenFirstSignInsOfOneIdentity_makeOneRecord() {
    String identifier = identifier();
    String email = People.newEmail();
    List<String> tokens =
        IntStream.range(0, 16).mapToObj(i -> token(demo, identifier, email)).toList();

    List<Reply> replies =
        tokens.parallelStream()
            .map(token -> signIn(demo, token).form("thin_registration", "true").send())
            .toList();

    assertThat(replies).allSatisfy(it -> assertThat(it.at("/stat")).as(it.text()).isEqualTo("ok"));
    assertThat(replies).filteredOn(it -> it.at("/is_new").equals("true")).hasSize(1);
    assertThat(replies.stream().map(it -> it.at("/capture_user/uuid")).distinct()).hasSize(1);
  }

  @Test
  void oneTokenInSixteenHands_isUsedOnce() {
    String identifier = identifier();
    signIn(demo, token(demo, identifier, People.newEmail()))
        .form("thin_registration", "true")
        .send();
    String token = token(demo, identifier, People.newEmail());

    List<String> stats =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> signIn(demo, token).send().at("/stat"))
            .toList();

    assertThat(stats).filteredOn("ok"::equals).hasSize(1);
  }

  @Test
  void identityAndToken_ofOneTenant_areNothingToAnother() {
    String identifier = identifier();
    signIn(demo, token(demo, identifier, People.newEmail()))
        .form("thin_registration", "true")
        .send();

    assertThat(signIn(second, token(demo, identifier, People.newEmail())).send().at("/code"))
        .isEqualTo("200");
    assertThat(signIn(second, token(second, identifier, People.newEmail())).send().at("/code"))
        .isEqualTo("310");
  }

  @Test
  void addressThatSomebodyElseTyped_isNeverMergedWithItsOwner() {
    String email = People.newEmail();
    String hijacker = People.register(demo, email).at("/capture_user/uuid");
    Reply refused = signIn(demo, token(demo, identifier(), email)).send();
    assertThat(refused.at("/code")).isEqualTo("380");
    Reply record =
        Call.post(demo, "/entity")
            .basic(demo, "owner")
            .form("type_name", "user")
            .form("uuid", hijacker)
            .send();
    assertThat(record.json().at("/result/profiles")).isEmpty();
  }

  private static String identifier() {
    return "https://www.facebook.com/" + UUID.randomUUID();
  }

  private static String token(Tenant tenant, String identifier, String email) {
    return SocialProvider.token(tenant.applicationId(), SocialProvider.profile(identifier, email));
  }

  private static Call signIn(Tenant tenant, String token) {
    return People.nativeCall(tenant, "/oauth/auth_native").form("token", token);
  }
}
