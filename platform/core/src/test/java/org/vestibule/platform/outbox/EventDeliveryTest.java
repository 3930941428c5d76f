package org.vestibule.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.TestPlatform;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.kafka.BroadcastFeed;
import org.vestibule.platform.kafka.EventHandler;
import org.vestibule.platform.kafka.UnreadableMessage;
import org.vestibule.platform.sql.Tx;
import org.vestibule.testkit.Waiting;

/** From the outbox row through real Kafka to the inbox row, on real PostgreSQL. */
class EventDeliveryTest {
  private final TestPlatform platform = new TestPlatform();
  private final BlockingQueue<ReceivedEvent> received = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void committedEvents_arriveInOrderWithEveryAttribute() throws InterruptedException {
    platform.relay.start();
    Event first = event("user-created", "k1");
    List<Event> rest = IntStream.range(0, 20).mapToObj(i -> event("user-updated", "k1")).toList();
    listen(new Collecting());
    append(first);
    rest.forEach(this::append);

    ReceivedEvent arrived = next();
    assertThat(arrived.id()).isEqualTo(first.id());
    assertThat(arrived.type()).isEqualTo("user-created");
    assertThat(arrived.key()).isEqualTo("k1");
    assertThat(arrived.subject()).isEqualTo(first.subject());
    assertThat(arrived.time()).isEqualTo(first.time());
    assertThat(arrived.data()).isEqualTo(Json.parse(first.data()));
    for (Event expected : rest) {
      assertThat(next().id()).isEqualTo(expected.id());
    }
  }

  @Test
  void eventsOfOneStatement_arriveInOrder() throws InterruptedException {
    platform.relay.start();
    listen(new Collecting());
    List<Event> events = IntStream.range(0, 50).mapToObj(i -> event("user-created", "k9")).toList();
    platform.await(platform.transactions.run(tx -> platform.outbox.append(tx, events)));
    for (Event expected : events) {
      ReceivedEvent arrived = next();
      assertThat(arrived.id()).isEqualTo(expected.id());
      assertThat(arrived.data()).isEqualTo(Json.parse(expected.data()));
    }
  }

  @Test
  void rolledBackEvent_neverArrives() throws InterruptedException {
    platform.relay.start();
    listen(new Collecting());
    assertThatThrownBy(
            () ->
                platform.await(
                    platform.transactions.run(
                        tx ->
                            platform
                                .outbox
                                .append(tx, event("user-created", "k2"))
                                .chain(() -> Uni.createFrom().failure(new ArithmeticException())))))
        .isInstanceOf(ArithmeticException.class);
    Event later = event("user-created", "k2");
    append(later);
    assertThat(next().id()).isEqualTo(later.id());
  }

  @Test
  void twoRelays_publishEachEventOnce_andTheSecondTakesOver() throws InterruptedException {
    OutboxRelay second = platform.relay();
    platform.relay.start();
    second.start();
    listen(new Collecting());
    List<Event> events =
        IntStream.range(0, 50).mapToObj(i -> event("user-created", "k" + i)).toList();
    events.forEach(this::append);
    for (int i = 0; i < 50; i++) {
      next();
    }
    assertThat(received.poll(700, TimeUnit.MILLISECONDS)).as("nothing came twice").isNull();
    platform.relay.stop();
    killDatabaseSessions();
    Event last = event("user-created", "k");
    append(last);
    assertThat(next().id()).isEqualTo(last.id());
    second.stop();
  }

  @Test
  void failingEffect_isTriedAgain_andHappensOnceThoughDeliveredTwice() throws InterruptedException {
    AtomicInteger attempts = new AtomicInteger();
    Event event = event("user-created", "k3");
    listen(
        new Collecting() {
          @Override
          public Uni<Void> handle(Tx tx, ReceivedEvent it) {
            return it.id().equals(event.id()) && attempts.incrementAndGet() < 3
                ? Uni.createFrom().failure(new IllegalStateException("not yet"))
                : super.handle(tx, it);
          }
        });
    platform.await(platform.publisher.sendAll(List.of(event, event, event)));
    assertThat(next().id()).isEqualTo(event.id());
    assertThat(received.poll(700, TimeUnit.MILLISECONDS)).isNull();
    assertThat(attempts).hasValue(3);
  }

  @Test
  void eventsThatWait_shareATransaction_andHappenOnceThoughDeliveredTwice()
      throws InterruptedException {
    List<Event> events = IntStream.range(0, 40).mapToObj(i -> event("user-created", "k4")).toList();
    platform.await(platform.publisher.sendAll(events));
    platform.await(platform.publisher.sendAll(events));
    Set<Long> transactions = ConcurrentHashMap.newKeySet();
    listen(
        new Collecting() {
          @Override
          public Uni<Void> handle(Tx tx, ReceivedEvent it) {
            return tx.connection()
                .query("SELECT txid_current()")
                .execute()
                .invoke(rows -> transactions.add(rows.iterator().next().getLong(0)))
                .chain(() -> super.handle(tx, it));
          }
        });
    for (Event expected : events) {
      assertThat(next().id()).isEqualTo(expected.id());
    }
    assertThat(received.poll(700, TimeUnit.MILLISECONDS)).isNull();
    assertThat(transactions).hasSizeLessThan(events.size());
  }

  @Test
  void anEventThatFails_holdsBackOnlyThoseAfterIt() throws InterruptedException {
    List<Event> events = IntStream.range(0, 5).mapToObj(i -> event("user-created", "k5")).toList();
    platform.await(platform.publisher.sendAll(events));
    AtomicBoolean isHealed = new AtomicBoolean();
    List<UUID> done = new CopyOnWriteArrayList<>();
    listen(
        new Collecting() {
          @Override
          public Uni<Void> handle(Tx tx, ReceivedEvent it) {
            if (it.id().equals(events.get(2).id()) && !isHealed.get()) {
              return Uni.createFrom().failure(new IllegalStateException("not yet"));
            }
            if (it.subject().equals(events.get(0).subject())) {
              tx.afterCommit(() -> done.add(it.id()));
            }
            return super.handle(tx, it);
          }
        });
    assertThat(Waiting.until(() -> done.size() == 2)).isTrue();
    assertThat(done).containsExactlyElementsOf(ids(events.subList(0, 2)));
    isHealed.set(true);
    assertThat(Waiting.until(() -> done.size() == 5)).isTrue();
    assertThat(done).containsExactlyElementsOf(ids(events));
  }

  private static List<UUID> ids(List<Event> events) {
    return events.stream().map(Event::id).toList();
  }

  @Test
  void broadcast_seesEventsFromNowOn_andIsFresh() throws InterruptedException {
    platform.await(platform.publisher.sendAll(List.of(event("flow-published", "old"))));
    AtomicInteger reconnects = new AtomicInteger();
    BroadcastFeed loop =
        platform.loops.broadcast(
            List.of("config-events"), received::add, reconnects::incrementAndGet);
    waitUntilFresh(loop);
    Event now = event("config-events", "flow-published", "new");
    platform.await(platform.publisher.sendAll(List.of(now)));
    assertThat(next().id()).isEqualTo(now.id());
    assertThat(reconnects.get()).isPositive();
  }

  @Test
  void broadcast_aFeedThatJoinsLater_hearsOfItsOwnTypesOnly() throws InterruptedException {
    List<String> first = new CopyOnWriteArrayList<>();
    waitUntilFresh(
        platform.loops.broadcast(List.of("config-events"), it -> first.add(it.key()), () -> {}));
    waitUntilFresh(
        platform.loops.broadcast(
            List.of("config-events", "login-events"),
            "key-rotated"::equals,
            received::add,
            () -> {}));
    Event published = event("config-events", "flow-published", run);
    Event rotated = event("login-events", "key-rotated", run);
    platform.await(platform.publisher.sendAll(List.of(published, rotated)));
    assertThat(next().id()).isEqualTo(rotated.id());
    assertThat(received.poll(700, TimeUnit.MILLISECONDS)).isNull();
    assertThat(first).containsExactly(run);
  }

  @Test
  void publishedEvents_leaveTheTable() throws InterruptedException {
    platform.relay.start();
    listen(new Collecting());
    Event event = event("user-created", "k8");
    append(event);
    assertThat(next().id()).isEqualTo(event.id());
    assertThat(Waiting.until(() -> !stored(event))).isTrue();
  }

  private boolean stored(Event event) {
    return platform
            .await(
                platform
                    .pool
                    .preparedQuery("SELECT 1 FROM outbox WHERE id = $1")
                    .execute(Tuple.of(event.id())))
            .size()
        == 1;
  }

  private void listen(EventHandler handler) {
    platform.loops.work(
        UUID.randomUUID().toString(), "user-events", platform.transactions, handler);
  }

  private ReceivedEvent next() throws InterruptedException {
    ReceivedEvent event = received.poll(20, TimeUnit.SECONDS);
    assertThat(event).as("an event within 20 s").isNotNull();
    return event;
  }

  private void append(Event event) {
    platform.await(platform.transactions.run(tx -> platform.outbox.append(tx, event)));
  }

  private void killDatabaseSessions() {
    try (var connection = platform.database.connectAsSuperuser();
        var statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");
    } catch (java.sql.SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void waitUntilFresh(BroadcastFeed loop) {
    assertThat(Waiting.until(loop::isFresh)).isTrue();
  }

  private final String run = UUID.randomUUID().toString();

  private Event event(String type, String key) {
    return event("user-events", type, key);
  }

  private Event event(String topic, String type, String key) {
    return new Event(
        UUID.randomUUID(),
        topic,
        key,
        type,
        run,
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        "{\"n\":1}");
  }

  private class Collecting implements EventHandler {
    final List<UnreadableMessage> parked = new CopyOnWriteArrayList<>();

    @Override
    public Uni<Void> handle(Tx tx, ReceivedEvent event) {
      if (event.subject().equals(run)) {
        received.add(event);
      }
      return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> park(Tx tx, UnreadableMessage message) {
      parked.add(message);
      return Uni.createFrom().voidItem();
    }
  }
}
