package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.local.node.Service;

/**
 * A customer's first day: people register, verify, sign in, change, forget, and leave, and the
 * customer's own systems are told of it. It holds whatever is restarted in between.
 */
class FirstDayJourneyTest {
  private static final String MEMBERS = "http";
  private final Stack stack = Stack.shared();

  @Test
  void firstDay_inBothApplications() {
    live(stack.demo(), List.of());
    live(stack.second(), List.of());
  }

  @Test
  void firstDay_withARestartOfEachServiceInTheMiddle() {
    assumeTrue(stack.processes().isPresent(), "only a stack that was started here is restarted");
    List<Runnable> restarts =
        StreamSupport.stream(List.of(Service.values()).spliterator(), false)
            .<Runnable>map(it -> () -> stack.processes().get().restart(it.fullName()))
            .toList();
    live(stack.demo(), restarts);
  }

  @Test
  void firstDay_withDownAndUpInTheMiddle() {
    assumeTrue(stack.processes().isPresent(), "only a stack that was started here is ended");
    live(stack.demo(), List.of(() -> {}, () -> {}, stack::downAndUp));
  }

  @Test
  void discovery_everyAddressItPrintsAnswers() {
    for (Tenant tenant : List.of(stack.demo(), stack.second())) {
      String issuer = "/" + tenant.customerId() + "/login";
      JsonNode printed =
          Call.of("GET", tenant.baseUrl(), issuer + "/.well-known/openid-configuration")
              .send()
              .json();
      assertThat(printed.get("issuer").asText()).isEqualTo(tenant.baseUrl() + issuer);
      for (JsonNode member : printed) {
        if (member.asText().startsWith(MEMBERS) && !member.equals(printed.get("issuer"))) {
          assertAnswers(member.asText());
        }
      }
    }
  }

  private static void assertAnswers(String address) {
    Reply reply = Call.of("GET", address, "").send();
    assertThat(reply.status()).as(address + " " + reply.text()).isNotEqualTo(404);
    assertThat(reply.text()).as(address).doesNotContain("invalid_api_method");
  }

  /** The whole day, with something done after each of the first chapters. */
  private static void live(Tenant tenant, List<Runnable> inBetween) {
    FirstDay day = new FirstDay(tenant);
    try (Subscriptions subscriptions = new Subscriptions(tenant)) {
      Iterator<Runnable> next = inBetween.iterator();
      for (Runnable chapter : day.chapters()) {
        chapter.run();
        if (next.hasNext()) {
          next.next().run();
          People.awaitAnswers(tenant);
        }
      }
      subscriptions.assertNotified(day.uuid());
    }
  }
}
