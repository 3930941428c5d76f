package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
import org.vestibule.e2e.stack.FailingListener;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.e2e.stack.Webhooks;
import org.vestibule.local.stack.LocalStack;

/**
 * Every program is killed in the middle of registrations, while the receiver of notifications fails
 * every fifth: whatever was acknowledged exists afterwards, its event is in Kafka, its notification
 * was delivered, and no code was exchanged twice. Events and notifications may come twice.
 */
@Order(Integer.MAX_VALUE)
class FaultJourneyTest {
  private static final int REGISTRATIONS = Boolean.getBoolean("long.tests") ? 2_000 : 200;
  private static final int CALLERS = 8;
  private static final double FAILING = 0.2;
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final List<String> VICTIMS =
      List.of(
          "auth-service",
          "entity-service",
          "webhook-service",
          "kafka",
          "config-service",
          "hostedlogin-service",
          "postgres");
  private final Stack stack = Stack.shared();
  private final Tenant tenant = stack.demo();
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger exchangedTwice = new AtomicInteger();

  @Test
  void killedPrograms_loseNothingThatWasAcknowledged() throws Exception {
    assumeTrue(stack.processes().isPresent(), "only a stack that was started here may be killed");
    try (FailingListener listener = new FailingListener(FAILING)) {
      subscribe(listener);
      registerWhileKilling(stack.processes().get());
      System.out.printf("%d of %d acknowledged%n", acknowledged.size(), REGISTRATIONS);
      assertThat(acknowledged).hasSizeGreaterThan(REGISTRATIONS / 4);
      assertThat(exchangedTwice).hasValue(0);
      acknowledged.forEach(this::assertExists);
      assertEventOfEach();
      assertNotificationOfEach(listener);
    }
  }

  private void subscribe(FailingListener listener) throws IOException {
    Reply made = Webhooks.subscribe(tenant, Webhooks.administrator(tenant), listener.endpoint());
    assertThat(made.status()).as(made.text()).isEqualTo(201);
  }

  private void registerWhileKilling(LocalStack processes) throws InterruptedException {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    for (int i = 0; i < REGISTRATIONS; i++) {
      callers.submit(this::register);
    }
    for (int i = 0; i < VICTIMS.size(); i++) {
      killAt(processes, REGISTRATIONS * (i + 1) / (VICTIMS.size() + 1), VICTIMS.get(i));
    }
    callers.shutdown();
    assertThat(callers.awaitTermination(300, TimeUnit.SECONDS)).isTrue();
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
      Reply reply = People.registration(tenant, email).form("response_type", "code").send();
      if (reply.status() == 200 && reply.at("/stat").equals("ok")) {
        acknowledged.put(email, reply.at("/capture_user/uuid"));
        exchangeTwice(reply.at("/authorization_code"));
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

  private void exchangeTwice(String code) {
    boolean first = isExchanged(code);
    if (isExchanged(code) && first) {
      exchangedTwice.incrementAndGet();
    }
  }

  private boolean isExchanged(String code) {
    return Call.post(tenant, "/oauth/token")
            .basic(tenant, "login_client")
            .form("grant_type", "authorization_code")
            .form("code", code)
            .form("redirect_uri", "https://shop.example.com/")
            .send()
            .status()
        == 200;
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

  private void assertNotificationOfEach(FailingListener listener) throws InterruptedException {
    Instant end = Instant.now().plus(LIMIT);
    while (!listener.delivered().containsAll(acknowledged.values())
        && Instant.now().isBefore(end)) {
      Thread.sleep(200);
    }
    assertThat(listener.delivered()).containsAll(acknowledged.values());
  }
}
