package org.vestibule.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.json.Json;

class EndingRepositoryTest {
  private static final String DUE_IN =
      "SELECT round(extract(epoch FROM due_at - now()))::int FROM delivery WHERE event_id = $1";

  private final DeliveryDatabase database = new DeliveryDatabase();
  private final Replica replica = new Replica(database, Map.of());
  private final EndingRepository endings = new EndingRepository();
  private final UUID subscription = database.subscription("http://127.0.0.1:1/a");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void history_tellsEveryChangeInTheFormOfTheWire() {
    UUID event = database.event(subscription);
    Answer busy = new Answer(503, Map.of("Via", "x"), null);
    end(Ending.of(claim(), DeliveryState.AWAITING_RETRY, Duration.ofSeconds(3), busy));
    assertThat(database.rows(DUE_IN, event)).containsExactly("3");
    due(event);
    end(Ending.of(claim(), DeliveryState.FAILURE, null, Answer.none("protocol")));
    JsonNode history = history(event);
    assertThat(history).hasSize(5);
    assertThat(without(history.get(0)))
        .isEqualTo("{\"state\":\"awaiting-executing\",\"attempts\":0}");
    assertThat(without(history.get(1))).isEqualTo("{\"state\":\"executing\",\"attempts\":1}");
    assertThat(without(history.get(2)))
        .isEqualTo(
            "{\"state\":\"awaiting-retry\",\"attempts\":1,\"response\":{\"statusCode\":503}}");
    assertThat(history.get(2).path("nextAttemptAt").asText()).matches(".*T.*\\.\\d{6}Z");
    assertThat(without(history.get(4)))
        .isEqualTo("{\"state\":\"failure\",\"attempts\":2,\"error\":\"protocol\"}");
    assertThat(
            database.rows(
                "SELECT status_code, response_headers, error FROM delivery WHERE event_id = $1",
                event))
        .containsExactly("null null protocol");
  }

  @Test
  void undoneAttempt_leavesNoTrace() {
    UUID event = database.event(subscription);
    end(Ending.undone(claim(), Duration.ofSeconds(2)));
    assertThat(database.state(subscription, event)).isEqualTo("awaiting-executing 0");
    assertThat(history(event)).hasSize(1);
    assertThat(database.rows(DUE_IN, event)).containsExactly("2");
  }

  @Test
  void attemptDuringWhichTheSubscriptionIsDisabled_isTheLast() {
    UUID failing = database.event(subscription);
    UUID succeeding = database.event(subscription);
    Attempt first = claim();
    Attempt second = claim();
    disable();
    enable();
    end(Ending.of(first, DeliveryState.AWAITING_RETRY, Duration.ZERO, Answer.none("timeout")));
    end(Ending.of(second, DeliveryState.SUCCESS, null, new Answer(200, Map.of(), null)));
    assertThat(database.state(subscription, failing)).isEqualTo("failure 1");
    assertThat(database.state(subscription, succeeding)).isEqualTo("success 1");
  }

  @Test
  void disabling_endsWhatWaitsAndRecordsWhatComes() {
    UUID record = UUID.randomUUID();
    UUID waiting = database.event(record, subscription);
    UUID behind = database.event(record, subscription);
    UUID retrying = database.event(subscription);
    end(
        Ending.of(
            claimOf(retrying), DeliveryState.AWAITING_RETRY, Duration.ZERO, Answer.none("dns")));
    disable();
    UUID later = database.event(subscription);
    assertThat(database.state(subscription, waiting)).isEqualTo("failure 0");
    assertThat(database.state(subscription, behind)).isEqualTo("failure 0");
    assertThat(database.state(subscription, retrying)).isEqualTo("failure 1");
    assertThat(database.state(subscription, later)).isEqualTo("failure 0");
    enable();
    assertThat(database.run(replica.claims.dueSubscriptions())).isEmpty();
  }

  @Test
  void oddHeaders_areStored() {
    UUID event = database.event(subscription);
    Answer odd = new Answer(200, Map.of("x-\"'\\", "é\"}]','\\"), null);
    end(Ending.of(claim(), DeliveryState.SUCCESS, null, odd));
    assertThat(database.state(subscription, event)).isEqualTo("success 1");
  }

  private void disable() {
    database.execute(
        "UPDATE subscription SET enabled = false WHERE id = $1", Tuple.of(subscription));
    DeliveryService service =
        new DeliveryService(database.deliveries, database.locks, replica.dispatcher);
    database.run(
        database.transactions.run(tx -> service.giveUp(tx, database.customer, subscription)));
  }

  private void enable() {
    database.execute(
        "UPDATE subscription SET enabled = true WHERE id = $1", Tuple.of(subscription));
    DeliveryService service =
        new DeliveryService(database.deliveries, database.locks, replica.dispatcher);
    database.run(
        database.transactions.run(tx -> service.giveUpAll(tx, database.customer, subscription)));
  }

  private Attempt claim() {
    return database.run(replica.claims.begin(List.of(new Allotment(subscription, 1)))).get(0);
  }

  private Attempt claimOf(UUID event) {
    Attempt found = null;
    for (Attempt it : database.run(replica.claims.begin(List.of(new Allotment(subscription, 9))))) {
      if (it.event().id().equals(event)) {
        found = it;
      } else {
        end(Ending.undone(it, Duration.ZERO));
      }
    }
    return found;
  }

  private void due(UUID event) {
    database.execute("UPDATE delivery SET due_at = now() WHERE event_id = $1", Tuple.of(event));
  }

  private void end(Ending ending) {
    DeliveryDatabase.end(database, endings, ending);
  }

  private JsonNode history(UUID event) {
    return Json.parse(
        database.rows("SELECT history::text FROM delivery WHERE event_id = $1", event).get(0));
  }

  /** An entry without its times. */
  private static String without(JsonNode entry) {
    com.fasterxml.jackson.databind.node.ObjectNode copy = entry.deepCopy();
    assertThat(copy.remove("createdAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*\\.\\d{6}Z");
    copy.remove("nextAttemptAt");
    com.fasterxml.jackson.databind.node.ObjectNode sorted = Json.object();
    for (String name : List.of("state", "attempts", "response", "error")) {
      if (copy.has(name)) {
        sorted.set(name, copy.get(name));
      }
    }
    return Json.write(sorted);
  }
}
