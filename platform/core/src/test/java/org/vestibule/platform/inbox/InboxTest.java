package org.vestibule.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.TestPlatform;

class InboxTest {

  private final TestPlatform platform = new TestPlatform();

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void anEvent_isNewOnceForEachConsumer() {
    UUID event = UUID.randomUUID();
    assertThat(isFirst(event, "a")).isTrue();
    assertThat(isFirst(event, "a")).isFalse();
    assertThat(isFirst(event, "b")).isTrue();
  }

  @Test
  void afterTheRetentionOfTheTopics_rowsAreRemovedInBatches() throws SQLException {
    insert(1_500, "8 days 1 minute");
    insert(10, "7 days");
    assertThat(platform.await(platform.inbox.removeOld())).isTrue();
    assertThat(platform.await(platform.inbox.removeOld())).isFalse();
    assertThat(count()).isEqualTo(10);
  }

  private boolean isFirst(UUID event, String consumer) {
    return platform.await(
        platform
            .transactions
            .run(tx -> platform.inbox.firstTimes(tx, List.of(event), consumer))
            .map(fresh -> fresh.contains(event)));
  }

  private void insert(int count, String age) throws SQLException {
    try (Connection connection = platform.database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO inbox (consumer, event_id, received_at)
          SELECT 'a', gen_random_uuid(), now() - interval '%s' FROM generate_series(1, %d)
          """
              .formatted(age, count));
    }
  }

  private int count() {
    return platform.await(
        platform
            .pool
            .query("SELECT count(*)::int FROM inbox")
            .execute()
            .map(rows -> rows.iterator().next().getInteger(0)));
  }
}
