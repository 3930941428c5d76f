package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.Events;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.e2e.stack.Webhooks;

/**
 * One user's thread through all services, with both replicas of auth- and entity-service in turn.
 */
class ThreadJourneyTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private final Stack stack = Stack.shared();

  @Test
  void registerSignInReadChangeDelete_inBothApplications() {
    thread(stack.demo());
    thread(stack.second());
  }

  private void thread(Tenant tenant) {
    subscribe(tenant);
    String email = People.newEmail();
    Reply registered = People.register(tenant, email);
    assertThat(registered.at("/stat")).as(registered.text()).isEqualTo("ok");
    String uuid = registered.at("/capture_user/uuid");
    for (int i = 0; i < 4; i++) {
      Reply signedIn = People.signIn(tenant, email, People.PASSWORD);
      assertThat(signedIn.at("/capture_user/uuid")).as(signedIn.text()).isEqualTo(uuid);
      assertThat(ownRecord(tenant, signedIn.at("/access_token")).at("/result/email"))
          .isEqualTo(email);
    }
    change(tenant, uuid);
    delete(tenant, uuid);
    assertThat(ownRecord(tenant, registered.at("/access_token")).at("/stat")).isEqualTo("error");
    assertEvents(tenant, uuid);
  }

  /** Events that nobody wants are not stored. */
  private static void subscribe(Tenant tenant) {
    String token = Webhooks.administrator(tenant);
    Reply made = Webhooks.subscribe(tenant, token, "http://127.0.0.1:9/disabled", false);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
  }

  private static Reply ownRecord(Tenant tenant, String token) {
    return Call.post(tenant, "/entity").form("access_token", token).send();
  }

  private static void change(Tenant tenant, String uuid) {
    Reply changed =
        Call.post(tenant, "/entity.update")
            .basic(tenant, "direct_access")
            .form("type_name", "user")
            .form("uuid", uuid)
            .form("attributes", "{\"givenName\":\"Ann\"}")
            .send();
    assertThat(changed.text()).isEqualTo("{\"stat\":\"ok\"}");
  }

  private static void delete(Tenant tenant, String uuid) {
    Reply deleted =
        Call.post(tenant, "/entity.delete")
            .signed(tenant.clientId("owner"), tenant.secret("owner"))
            .form("type_name", "user")
            .form("uuid", uuid)
            .send();
    assertThat(deleted.text()).isEqualTo("{\"stat\":\"ok\"}");
  }

  private void assertEvents(Tenant tenant, String uuid) {
    try (Events events = new Events(stack.kafka(), "user-events")) {
      List<Events.Seen> seen = untilDeleted(events, uuid);
      // Sign-ins of one second write the same lastLogin, and an update without a change is no
      // event.
      assertThat(seen.stream().map(Events.Seen::type))
          .startsWith("user-created", "user-updated")
          .endsWith("user-updated", "user-deleted")
          .filteredOn(it -> !it.equals("user-updated"))
          .containsExactly("user-created", "user-deleted");
      seen.forEach(it -> EventContract.check(it, tenant));
      assertStoredOnce(uuid, seen.stream().map(Events.Seen::id).distinct().count());
    }
  }

  private static List<Events.Seen> untilDeleted(Events events, String uuid) {
    return events.await("user-deleted", Set.of(uuid), LIMIT);
  }

  private void assertStoredOnce(String uuid, long events) {
    Optional<Connection> database = stack.database("webhook");
    if (database.isEmpty()) {
      return;
    }
    try (Connection connection = database.get()) {
      long end = System.nanoTime() + LIMIT.toNanos();
      while (stored(connection, uuid) < events && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      assertThat(stored(connection, uuid)).isEqualTo(events);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  private static long stored(Connection connection, String uuid) throws SQLException {
    String sql = "SELECT count(*) FROM event WHERE record_uuid = ?::uuid";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, uuid);
      ResultSet rows = statement.executeQuery();
      rows.next();
      return rows.getLong(1);
    }
  }
}
