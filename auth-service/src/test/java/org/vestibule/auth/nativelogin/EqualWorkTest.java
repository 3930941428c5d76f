package org.vestibule.auth.nativelogin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.NativeApi;
import org.vestibule.auth.stub.Neighbours;
import org.vestibule.auth.stub.RecordedTransactions;

/**
 * A refused sign-in does the same work, statement by statement, whether the address is known or
 * not, and whatever state its account is in. The one hash is entity-service's.
 */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class EqualWorkTest {
  private static final String TOO_MANY =
      "{'stat':'error','code':510,'error':'api_limit_error','error_description':'too many login"
          + " attempts'}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "known@example.com",
        "social@example.com",
        "deactivated@example.com",
        "verified@example.com"
      })
  void refusal_costsAsMuchAsThatOfAStranger(String address) {
    Work stranger = refuse("stranger-" + address);
    Work somebody = refuse(address);

    assertThat(somebody).isEqualTo(stranger);
    assertThat(stranger.passwordChecks()).isEqualTo(1);
    assertThat(stranger.lookUps()).isZero();
    // The attempt at the identifier; the attempt at what it led to, with the event.
    assertThat(stranger.statements()).hasSize(2);
  }

  /** A locked account is neither checked nor told from one that does not exist. */
  @Test
  void lockOut_costsAsMuchAsThatOfAStranger() {
    Work stranger = lockOut("stranger-barred@example.com");
    Work somebody = lockOut("barred@example.com");

    assertThat(somebody).isEqualTo(stranger);
    assertThat(stranger.passwordChecks()).isZero();
    assertThat(stranger.lookUps()).isEqualTo(1);
  }

  /** Only who knows the password learns that the account is deactivated. */
  @Test
  void deactivatedAccount_isToldToItsOwnerAlone() {
    Work told =
        work(
            () ->
                NativeApi.signIn("deactivated@example.com")
                    .with("client_id", "login-b")
                    .at("b.example.com")
                    .isRefusedWith(540));

    assertThat(told).isEqualTo(refuse("stranger-540@example.com"));
  }

  private static Work refuse(String address) {
    return work(
        () ->
            NativeApi.signIn(address)
                .with("client_id", "login-b")
                .with("currentPassword", "no")
                .at("b.example.com")
                .isRefused(NativeLoginResourceTest.REFUSED));
  }

  private static Work lockOut(String address) {
    NativeApi signIn =
        NativeApi.signIn(address).with("client_id", "limited-a").with("currentPassword", "no");
    for (int i = 0; i < 6; i++) {
      signIn.send();
    }
    return work(() -> signIn.isRefused(TOO_MANY));
  }

  private static Work work(Runnable call) {
    Neighbours.forget();
    List<String> statements = RecordedTransactions.during(call);
    return new Work(
        Neighbours.calls("/credentials/check").size(),
        Neighbours.calls("/records/find").size(),
        statements);
  }

  private record Work(int passwordChecks, int lookUps, List<String> statements) {}
}
