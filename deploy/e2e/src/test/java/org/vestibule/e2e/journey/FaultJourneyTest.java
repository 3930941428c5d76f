package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
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
import org.vestibule.e2e.stack.Listener;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.SecurityEvent;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.e2e.stack.Webhooks;
import org.vestibule.local.stack.LocalStack;
import org.vestibule.testkit.Waiting;

/**
 * Every program is killed in the middle of registrations, while the receiver of notifications fails
 * every fifth. After each kill registrations go on; whatever was acknowledged exists afterwards,
 * its event is in Kafka, its notification was delivered, and no code was exchanged twice. Events
 * and notifications may come twice.
 */
@Order(Integer.MAX_VALUE - 1)
class FaultJourneyTest {
  private static final List<String> VICTIMS =
      List.of(
          "auth-service",
          "entity-service",
          "webhook-service",
          "kafka",
          "config-service",
          "hostedlogin-service",
          "postgres");
  private static final int REGISTRATIONS = Boolean.getBoolean("long.tests") ? 2_000 : 160;
  private static final int BETWEEN_KILLS = REGISTRATIONS / (VICTIMS.size() + 1);
  private static final int CALLERS = 4;
  private static final long PAUSE_MILLISECONDS = 500;
  private static final double FAILING = 0.2;
  private static final String HOOK = "/hook";
  private static final Duration LIMIT = Duration.ofSeconds(180);
  private final Stack stack = Stack.shared();
  private final Tenant tenant = stack.demo();
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger exchangedTwice = new AtomicInteger();
  private volatile boolean isOver;

  @Test
  void killedPrograms_loseNothingThatWasAcknowledged() throws Exception {
    assumeTrue(stack.processes().isPresent(), "only a stack that was started here may be killed");
    try (Listener listener = Listener.refusingAtRandom(FAILING)) {
      subscribe(listener);
      registerWhileKilling(stack.processes().get());
      System.out.printf("%d registrations acknowledged%n", acknowledged.size());
      assertThat(exchangedTwice).hasValue(0);
      acknowledged.forEach(this::assertExists);
      assertEventOfEach();
      assertNotificationOfEach(listener);
    }
  }

  private void subscribe(Listener listener) {
    String token = Webhooks.administrator(tenant);
    Reply made = Webhooks.subscribe(tenant, token, listener.url(HOOK), true);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
  }

  private void registerWhileKilling(LocalStack processes) throws InterruptedException {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      for (int i = 0; i < CALLERS; i++) {
        callers.submit(this::registerUntilOver);
      }
      for (String victim : VICTIMS) {
        awaitMore("before " + victim + " is killed");
        processes.kill9(victim);
        processes.restart(victim);
      }
      awaitMore("at the end");
    } finally {
      isOver = true;
      callers.shutdown();
      assertThat(callers.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  private void awaitMore(String when) {
    int enough = acknowledged.size() + BETWEEN_KILLS;
    assertThat(Waiting.until(() -> acknowledged.size() >= enough, LIMIT))
        .as("%d of %d registrations acknowledged %s", acknowledged.size(), enough, when)
        .isTrue();
  }

  private void registerUntilOver() {
    while (!isOver) {
      register();
    }
  }

  private void register() {
    String email = People.newEmail();
    try {
      Reply reply = People.registration(tenant, email).form("response_type", "code").send();
      if (reply.status() == 200 && reply.at("/stat").equals("ok")) {
        acknowledged.put(email, reply.at("/capture_user/uuid"));
        exchangeTwice(reply.at("/authorization_code"));
      } else {
        Waiting.pause(PAUSE_MILLISECONDS);
      }
    } catch (Call.CallFailed | AssertionError lost) {
      // No answer was promised while something is down; later calls must meet it up again.
      Waiting.pause(PAUSE_MILLISECONDS);
    }
  }

  private void exchangeTwice(String code) {
    boolean first = isExchanged(code);
    if (isExchanged(code) && first) {
      exchangedTwice.incrementAndGet();
    }
  }

  private boolean isExchanged(String code) {
    return People.exchange(tenant, code, People.SITE).status() == 200;
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
      assertThat(events.await("user-created", uuids, LIMIT))
          .filteredOn(it -> it.type().equals("user-created"))
          .extracting(Events.Seen::key)
          .containsAll(uuids);
    }
  }

  private void assertNotificationOfEach(Listener listener) {
    Set<String> uuids = Set.copyOf(acknowledged.values());
    Waiting.until(() -> takenBy(listener).containsAll(uuids), LIMIT);
    assertThat(takenBy(listener)).containsAll(uuids);
  }

  private static Set<String> takenBy(Listener listener) {
    return listener.at(HOOK).stream()
        .filter(it -> it.status() == 202)
        .map(it -> SecurityEvent.of(it.token()).event().path("sub").asText())
        .collect(Collectors.toSet());
  }
}
