package org.vestibule.auth.nativelogin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.NativeApi;

/** Six sign-ins in a minute, right or wrong, known or unknown (authentication.md 12.2). */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class LockOutTest {
  private static final String LOCKED =
      "{'stat':'error','code':510,'error':'api_limit_error','error_description':'too many login attempts'}";

  @Test
  void seventhAttempt_whenWithinAMinute_thenRefusedForEverySpelling() {
    IntStream.range(0, 6).forEach(i -> attempt("locked@example.com").ok());

    attempt("locked@example.com").isRefused(LOCKED);
    attempt(" LOCKED@Example.com ").isRefused(LOCKED);
    attempt("ｌocked@example.com").isRefused(LOCKED);
    attempt("other@example.com").ok();
  }

  @Test
  void unknownAddress_whenTriedTooOften_thenRefusedAlike() {
    for (int i = 0; i < 6; i++) {
      attempt("stranger-2@example.com").isRefused(NativeLoginResourceTest.REFUSED);
    }

    attempt("stranger-2@example.com").isRefused(LOCKED);
  }

  @Test
  void lockedAttempt_whenFieldsAreMalformedToo_thenLockedFirst() {
    for (int i = 0; i < 6; i++) {
      attempt("half@example").send();
    }

    attempt("half@example").isRefused(LOCKED);
  }

  @Test
  void concurrentAttempts_whenSixteen_thenSixAreAdmitted() {
    long admitted =
        Stream.generate(() -> attempt("rush@example.com")).limit(16).toList().parallelStream()
            .map(NativeApi::send)
            .filter(response -> response.jsonPath().getString("stat").equals("ok"))
            .count();

    assertThat(admitted).isEqualTo(6);
  }

  private static NativeApi attempt(String address) {
    return NativeApi.signIn(address).with("client_id", "limited-a");
  }
}
