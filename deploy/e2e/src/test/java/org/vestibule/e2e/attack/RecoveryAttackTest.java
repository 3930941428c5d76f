package org.vestibule.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;

/**
 * Whoever cannot read a mailbox sets no password and confirms no address, in whatever order the
 * calls of recovery, verification and profile come, and whatever of their own they mix in.
 */
class RecoveryAttackTest {
  private static final int ORDERS = 6;
  private static final long SEED = 20_261_122L;
  private final Tenant tenant = Stack.shared().demo();

  @TestFactory
  Stream<DynamicTest> everyOrder_leavesPasswordAndAddressAlone() {
    return IntStream.range(0, ORDERS)
        .mapToObj(order -> DynamicTest.dynamicTest("order " + order, () -> attack(SEED + order)));
  }

  private void attack(long seed) {
    Mallory mallory = new Mallory(tenant, Stack.shared().second());
    String email = People.newEmail();
    Reply victim = People.register(tenant, email);
    String uuid = victim.at("/capture_user/uuid");
    List<Map.Entry<String, Call>> steps = new ArrayList<>(mallory.calls(email, uuid).entrySet());
    Collections.shuffle(steps, new Random(seed));
    for (Map.Entry<String, Call> step : steps) {
      Reply reply = step.getValue().send();
      assertThat(reply.status()).as(step.getKey() + ": " + reply.text()).isLessThan(500);
      assertThat(reply.text()).as(step.getKey()).doesNotContain(uuid);
    }
    assertUntouched(email, victim, "seed " + seed);
  }

  private void assertUntouched(String email, Reply victim, String order) {
    Reply own = People.own(tenant, victim.at("/access_token"));
    assertThat(own.at("/stat")).as(order + own.text()).isEqualTo("ok");
    assertThat(own.json().at("/result/emailVerified").isNull()).as(order).isTrue();
    assertThat(own.at("/result/email")).as(order).isEqualTo(email);
    assertThat(People.signIn(tenant, email, Mallory.CHOSEN).code()).as(order).isEqualTo(210);
    Reply signIn = People.signIn(tenant, email, People.PASSWORD);
    assertThat(signIn.at("/stat")).as(order + signIn.text()).isEqualTo("ok");
  }
}
