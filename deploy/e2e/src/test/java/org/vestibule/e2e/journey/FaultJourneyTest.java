package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.Events;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.local.stack.LocalStack;

/**
 * Services and the broker are killed in the middle of registrations: whatever was acknowledged
 * exists afterwards and its event is in Kafka; events may come twice, none may be lost.
 */
@Order(Integer.MAX_VALUE)
class FaultJourneyTest {
  private static final int REGISTRATIONS = Boolean.getBoolean("long.tests") ? 2_000 : 200;
  private static final int CALLERS = 8;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private final Stack stack = Stack.shared();
  private final Tenant tenant = stack.demo();
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger answered = new AtomicInteger();

  @Test
  void killedServicesAndBroker_loseNothingThatWasAcknowledged() throws InterruptedException {
    assumeTrue(stack.processes().isPresent(), "only a stack that was started here may be killed");
    LocalStack processes = stack.processes().get();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    for (int i = 0; i < REGISTRATIONS; i++) {
      callers.submit(this::register);
    }
    killAt(processes, REGISTRATIONS / 4, "auth-service");
    killAt(processes, REGISTRATIONS / 2, "entity-service");
    killAt(processes, REGISTRATIONS * 3 / 4, "kafka");
    callers.shutdown();
    assertThat(callers.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
    System.out.printf("%d of %d registrations acknowledged%n", acknowledged.size(), REGISTRATIONS);
    assertThat(acknowledged).hasSizeGreaterThan(REGISTRATIONS / 4);
    acknowledged.forEach(this::assertExists);
    assertEventOfEach();
  }

  private void killAt(LocalStack processes, int count, String name) throws InterruptedException {
    while (answered.get() < count) {
      Thread.sleep(20);
    }
    processes.kill9(name);
    processes.restart(name);
  }

  private void register() {
    String email = People.newEmail();
    try {
      Reply reply = People.register(tenant, email);
      if (reply.status() == 200 && reply.at("/stat").equals("ok")) {
        acknowledged.put(email, reply.at("/capture_user/uuid"));
      } else {
        pause();
      }
    } catch (Call.CallFailed | AssertionError lost) {
      // No answer was promised while something is down; later calls must meet it up again.
      pause();
    } finally {
      answered.incrementAndGet();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void assertExists(String email, String uuid) {
    Reply found =
        Call.post(tenant, "/entity.find")
            .basic(tenant, "direct_read_access")
            .form("type_name", "user")
            .form("attributes", "[\"uuid\"]")
            .form("filter", "email = '" + email + "'")
            .send();
    assertThat(found.at("/results/0/uuid")).as(found.text()).isEqualTo(uuid);
  }

  private void assertEventOfEach() {
    Set<String> uuids = Set.copyOf(acknowledged.values());
    try (Events events = new Events(stack.kafka(), "user-events")) {
      Set<String> created =
          events
              .await(
                  it -> it.type().equals("user-created") && uuids.contains(it.key()),
                  uuids.size(),
                  LIMIT)
              .stream()
              .map(Events.Seen::key)
              .collect(Collectors.toSet());
      assertThat(created).containsAll(uuids);
    }
  }
}
