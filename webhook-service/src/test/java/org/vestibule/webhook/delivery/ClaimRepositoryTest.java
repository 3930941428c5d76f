package org.vestibule.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClaimRepositoryTest {
  private static final String HOST = "http://127.0.0.1:1/a";

  private final DeliveryDatabase database = new DeliveryDatabase();
  private final Replica replica = new Replica(database, Map.of());
  private final EndingRepository endings = new EndingRepository();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void dueDelivery_isClaimedWithAllThatIsSent() {
    UUID subscription = database.subscription(HOST);
    UUID record = UUID.randomUUID();
    UUID event = database.event(record, subscription);
    assertThat(database.run(replica.claims.dueSubscriptions()))
        .containsExactly(new DueSubscription(database.customer, subscription, "127.0.0.1:1", true));
    Attempt attempt = claim(subscription, 5).get(0);
    assertThat(attempt.event().id()).isEqualTo(event);
    assertThat(attempt.event().recordUuid()).isEqualTo(record);
    assertThat(attempt.event().data().path("correlationId").asText()).isEqualTo("k7m2p9x4c6v8b3n5");
    assertThat(attempt.endpoint()).isEqualTo(HOST);
    assertThat(attempt.token()).isNull();
    assertThat(attempt.number()).isEqualTo(1);
    assertThat(claim(subscription, 5)).isEmpty();
    assertThat(database.run(replica.claims.dueSubscriptions())).isEmpty();
    assertThat(database.state(subscription, event)).isEqualTo("executing 1");
  }

  @Test
  void sixteenCallersAtOnce_claimEachDeliveryOnce() {
    UUID subscription = database.subscription(HOST);
    List<UUID> events =
        IntStream.range(0, 40).mapToObj(it -> database.event(subscription)).toList();
    List<Uni<List<Attempt>>> callers =
        IntStream.range(0, 16)
            .mapToObj(it -> replica.claims.begin(List.of(new Allotment(subscription, 5))))
            .toList();
    List<UUID> claimed = new ArrayList<>();
    while (claimed.size() < events.size()) {
      List<List<Attempt>> round = database.run(Uni.join().all(callers).andFailFast());
      round.forEach(it -> it.forEach(attempt -> claimed.add(attempt.event().id())));
    }
    assertThat(claimed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void nextEventOfARecord_isDueOnlyWhenTheFirstAttemptBeforeItIsOver() {
    UUID subscription = database.subscription(HOST);
    UUID record = UUID.randomUUID();
    UUID first = database.event(record, subscription);
    UUID second = database.event(record, subscription);
    UUID third = database.event(record, subscription);
    List<Attempt> attempts = claim(subscription, 5);
    assertThat(attempts).extracting(it -> it.event().id()).containsExactly(first);
    end(Ending.of(attempts.get(0), DeliveryState.AWAITING_RETRY, hour(), Answer.none("timeout")));
    // The first waits for its retry, which holds nobody up.
    attempts = claim(subscription, 5);
    assertThat(attempts).extracting(it -> it.event().id()).containsExactly(second);
    assertThat(claim(subscription, 5)).isEmpty();
    end(Ending.of(attempts.get(0), DeliveryState.SUCCESS, null, Answer.none(null)));
    assertThat(claim(subscription, 5)).extracting(it -> it.event().id()).containsExactly(third);
  }

  @Test
  void otherSubscriptionAndOtherRecord_waitForNothing() {
    UUID one = database.subscription(HOST);
    UUID other = database.subscription(HOST);
    UUID record = UUID.randomUUID();
    database.event(record, one, other);
    database.event(one);
    assertThat(claim(one, 5)).hasSize(2);
    assertThat(claim(other, 5)).hasSize(1);
  }

  @Test
  void eventStoredWhileTheAttemptBeforeItEnds_isNeverForgotten() {
    UUID subscription = database.subscription(HOST);
    for (int i = 0; i < 30; i++) {
      UUID record = UUID.randomUUID();
      database.event(record, subscription);
      Attempt attempt = claim(subscription, 1).get(0);
      Ending success = Ending.of(attempt, DeliveryState.SUCCESS, null, Answer.none(null));
      Thread storing = new Thread(() -> database.event(record, subscription));
      storing.start();
      end(success);
      join(storing);
      List<Attempt> next = claim(subscription, 1);
      assertThat(next).as("round %d", i).hasSize(1);
      end(Ending.of(next.get(0), DeliveryState.SUCCESS, null, Answer.none(null)));
    }
  }

  @Test
  void lateEnd_ofAClaimThatWasLost_changesNothing() {
    UUID subscription = database.subscription(HOST);
    UUID event = database.event(subscription);
    Attempt lost = claim(subscription, 1).get(0);
    database.execute(
        "UPDATE delivery SET claimed_at = now() - interval '21 seconds' WHERE event_id = $1",
        Tuple.of(event));
    assertThat(database.run(replica.claims.recoverLost())).isEqualTo(1);
    assertThat(database.state(subscription, event)).isEqualTo("awaiting-retry 0");
    Attempt again = claim(subscription, 1).get(0);
    end(Ending.of(lost, DeliveryState.FAILURE, null, Answer.none("timeout")));
    assertThat(database.state(subscription, event)).isEqualTo("executing 1");
    end(Ending.of(again, DeliveryState.SUCCESS, null, Answer.none(null)));
    assertThat(database.state(subscription, event)).isEqualTo("success 1");
  }

  @Test
  void attemptUnderWay_isNotLostBeforeTwiceItsLongestTime() {
    UUID subscription = database.subscription(HOST);
    UUID event = database.event(subscription);
    claim(subscription, 1);
    database.execute(
        "UPDATE delivery SET claimed_at = now() - interval '19 seconds' WHERE event_id = $1",
        Tuple.of(event));
    assertThat(database.run(replica.claims.recoverLost())).isZero();
  }

  private List<Attempt> claim(UUID subscription, int room) {
    return database.run(replica.claims.begin(List.of(new Allotment(subscription, room))));
  }

  private void end(Ending ending) {
    DeliveryDatabase.end(database, endings, ending);
  }

  private static java.time.Duration hour() {
    return java.time.Duration.ofHours(1);
  }

  private static void join(Thread thread) {
    try {
      thread.join(20_000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
