package org.vestibule.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.net.IpLiteral;
import org.vestibule.testkit.Waiting;
import org.vestibule.webhook.Listener;
import org.vestibule.webhook.Listener.Received;
import org.vestibule.webhook.Listener.Reply;

/** The engine against real receivers. */
class DispatcherTest {
  private static final Map<String, String> FAST =
      Map.of("delivery.wait-factor", "0.001", "delivery.poll", "20ms");

  private final DeliveryDatabase database = new DeliveryDatabase();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable it : open) {
      it.close();
    }
    database.close();
  }

  @Test
  void failureThenSuccess_sendsTheSameBytes() {
    Listener listener = listener(it -> Reply.of(it.path().equals("/gone") ? 410 : 500));
    UUID subscription = database.subscription(listener.url("/a"));
    start(FAST);
    UUID event = database.event(subscription);
    listener.await(3);
    listener.answer(it -> Reply.of(202));
    awaitState(subscription, event, "success");
    assertThat(listener.received().size()).isBetween(4, 6);
    assertThat(listener.received().stream().map(Received::body).distinct()).hasSize(1);
    Received first = listener.received().get(0);
    assertThat(first.method()).isEqualTo("POST");
    assertThat(first.headers())
        .containsEntry("content-type", "application/secevent+jwt")
        .containsEntry("accept", "*/*")
        .containsEntry("user-agent", "Vestibule Webhooks/3.0")
        .containsEntry("host", "127.0.0.1:" + listener.port())
        .containsEntry("content-length", String.valueOf(first.body().length()));
  }

  @Test
  void sixFailures_areTheEnd() {
    Listener listener = open(Listener.answering(500));
    UUID subscription = database.subscription(listener.url("/a"));
    start(Map.of("delivery.wait-factor", "0.000001", "delivery.poll", "20ms"));
    UUID event = database.event(subscription);
    awaitState(subscription, event, "failure");
    Waiting.pause(200);
    assertThat(database.state(subscription, event)).isEqualTo("failure 6");
    assertThat(listener.received()).hasSize(6);
  }

  @Test
  void twoReplicas_attemptEveryDeliveryOnce() {
    Listener listener = open(Listener.answering(200));
    UUID subscription = database.subscription(listener.url("/a"));
    start(FAST);
    start(FAST);
    List<UUID> events =
        IntStream.range(0, 200).mapToObj(it -> database.event(subscription)).toList();
    listener.await(events.size());
    events.forEach(it -> awaitState(subscription, it, "success"));
    assertThat(listener.received()).hasSize(events.size());
    assertThat(listener.received().stream().map(Received::body).distinct()).hasSize(events.size());
    assertThat(database.rows("SELECT DISTINCT attempts FROM delivery")).containsExactly("1");
  }

  @Test
  void slowReceiver_delaysNoOther() {
    CountDownLatch hold = new CountDownLatch(1);
    Listener slow = listener(it -> after(hold));
    Listener fast = open(Listener.answering(200));
    UUID toSlow = database.subscription(slow.url("/a"));
    UUID toFast = database.subscription(fast.url("/a"));
    IntStream.range(0, 50).forEach(it -> database.event(toSlow));
    start(Map.of("delivery.poll", "20ms", "delivery.attempt-timeout", "60s"));
    slow.await(10);
    List<UUID> quick = IntStream.range(0, 50).mapToObj(it -> database.event(toFast)).toList();
    quick.forEach(it -> awaitState(toFast, it, "success"));
    assertThat(slow.received()).hasSize(10);
    assertThat(slowStates(toSlow)).containsExactly("awaiting-executing 40", "executing 10");
    hold.countDown();
    slow.await(50);
  }

  private List<String> slowStates(UUID subscription) {
    return database.rows(
        "SELECT state, count(*) FROM delivery WHERE subscription_id = $1 GROUP BY 1 ORDER BY 1",
        subscription);
  }

  private static Reply after(CountDownLatch hold) {
    try {
      hold.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return Reply.of(200);
  }

  @Test
  void host_getsTenRequestsAtOnceAtMost() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Listener listener =
        listener(
            it -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              Waiting.pause(50);
              now.decrementAndGet();
              return Reply.of(200);
            });
    UUID one = database.subscription(listener.url("/a"));
    UUID other = database.subscription(listener.url("/b"));
    IntStream.range(0, 30).forEach(it -> database.event(UUID.randomUUID(), one, other));
    start(FAST);
    listener.await(60);
    assertThat(most.get()).isBetween(5, 10);
  }

  @Test
  void eventsOfOneRecord_arriveInTheirOrder() {
    Listener listener = open(Listener.answering(200));
    UUID subscription = database.subscription(listener.url("/a"));
    List<UUID> records = IntStream.range(0, 5).mapToObj(it -> UUID.randomUUID()).toList();
    start(FAST);
    start(FAST);
    Map<UUID, List<String>> expected = new HashMap<>();
    for (int i = 0; i < 50; i++) {
      UUID record = records.get(i % 5);
      UUID event = database.event(record, subscription);
      expected.computeIfAbsent(record, it -> new ArrayList<>()).add(event.toString());
    }
    listener.await(50);
    Map<UUID, List<String>> arrived =
        listener.received().stream()
            .map(it -> TokenClaims.of(it.body()))
            .collect(
                Collectors.groupingBy(
                    TokenClaims::record,
                    Collectors.mapping(TokenClaims::event, Collectors.toList())));
    assertThat(arrived).isEqualTo(expected);
  }

  @Test
  void changedEndpoint_getsTheRetrySignedForIt() {
    Listener first = open(Listener.answering(500));
    Listener second = open(Listener.answering(200));
    UUID subscription = database.subscription(first.url("/a"));
    start(Map.of("delivery.wait-factor", "0.1", "delivery.poll", "20ms"));
    UUID event = database.event(subscription);
    first.await(1);
    database.execute(
        "UPDATE subscription SET endpoint = $2, endpoint_host = $3 WHERE id = $1",
        Tuple.of(subscription, second.url("/b"), "127.0.0.1:" + second.port()));
    awaitState(subscription, event, "success");
    TokenClaims before = TokenClaims.of(first.received().get(0).body());
    TokenClaims after = TokenClaims.of(second.received().get(0).body());
    assertThat(before.audience()).isEqualTo(first.url("/a"));
    assertThat(after.audience()).isEqualTo(second.url("/b"));
    assertThat(after.event()).isEqualTo(before.event());
    assertThat(after.id()).isNotEqualTo(before.id());
  }

  @Test
  void nameThatNowPointsInside_isBlocked() {
    AtomicInteger asked = new AtomicInteger();
    Listener listener = open(Listener.answering(500));
    String url = "http://hooks.example.com:" + listener.port() + "/a";
    UUID subscription = database.subscription(url);
    Replica replica =
        open(
            new Replica(
                database,
                FAST,
                Replica::key,
                name -> rebinding(asked.incrementAndGet() == 1 ? "127.0.0.1" : "169.254.169.254")));
    replica.dispatcher.start();
    UUID event = database.event(subscription);
    awaitState(subscription, event, "failure");
    assertThat(database.state(subscription, event)).isEqualTo("failure 2");
    assertThat(database.rows("SELECT error FROM delivery")).containsExactly("blocked-address");
    assertThat(listener.received()).hasSize(1);
  }

  @Test
  void customerWithoutKey_waitsAndNobodyElseDoes() {
    Listener listener = open(Listener.answering(200));
    UUID subscription = database.subscription(listener.url("/a"));
    AtomicInteger asked = new AtomicInteger();
    Replica replica =
        open(
            new Replica(
                database,
                FAST,
                customer ->
                    asked.incrementAndGet() == 1
                        ? Uni.createFrom().failure(new java.io.IOException("away"))
                        : Replica.key(customer),
                Replica::loopback));
    replica.dispatcher.start();
    UUID event = database.event(subscription);
    Waiting.until(() -> asked.get() == 1);
    replica.settle();
    assertThat(database.state(subscription, event)).isEqualTo("awaiting-executing 0");
    awaitState(subscription, event, "success");
    assertThat(database.state(subscription, event)).isEqualTo("success 1");
  }

  @Test
  void nobodyListening_isRetried() {
    UUID subscription = database.subscription("http://127.0.0.1:1/a");
    start(Map.of("delivery.poll", "20ms"));
    UUID event = database.event(subscription);
    awaitState(subscription, event, "awaiting-retry");
    assertThat(database.rows("SELECT error, status_code FROM delivery"))
        .containsExactly("connect null");
  }

  @Test
  void stop_letsAttemptsEnd() {
    Listener listener = listener(it -> new Reply(200, Map.of(), 500));
    UUID subscription = database.subscription(listener.url("/a"));
    Replica replica = Replica.started(database, FAST);
    UUID event = database.event(subscription);
    listener.await(1);
    replica.close();
    assertThat(database.state(subscription, event)).isEqualTo("success 1");
  }

  private static Uni<List<InetAddress>> rebinding(String address) {
    return Uni.createFrom().item(List.of(IpLiteral.parse(address).orElseThrow()));
  }

  private void awaitState(UUID subscription, UUID event, String state) {
    Waiting.until(() -> database.state(subscription, event).startsWith(state + " "));
    assertThat(database.state(subscription, event)).startsWith(state + " ");
  }

  private void start(Map<String, String> settings) {
    open(Replica.started(database, settings));
  }

  private Listener listener(java.util.function.Function<Received, Reply> answer) {
    return open(new Listener(answer));
  }

  private <T extends AutoCloseable> T open(T it) {
    open.add(it);
    return it;
  }
}
