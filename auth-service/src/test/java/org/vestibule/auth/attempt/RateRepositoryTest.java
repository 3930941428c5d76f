package org.vestibule.auth.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.sql.TestSql;

class RateRepositoryTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static TestSql sql;

  private final RateRepository repository = new RateRepository();

  @BeforeAll
  static void open() {
    sql = new TestSql();
  }

  @AfterAll
  static void close() {
    sql.close();
  }

  @Test
  void count_whenSixteenAtOnce_thenExactlyTheLimitHasRoom() {
    List<Boolean> room =
        sql.race(16, tx -> repository.count(tx, "a", "address", "192.0.2.1", 10, MINUTE));

    assertThat(room.stream().filter(Boolean::booleanValue)).hasSize(10);
  }

  @Test
  void count_whenKindApplicationOrSubjectDiffers_thenAnotherCounter() {
    assertThat(count("a", "address", "192.0.2.2", 1)).isTrue();
    assertThat(count("a", "address", "192.0.2.2", 1)).isFalse();
    assertThat(count("b", "address", "192.0.2.2", 1)).isTrue();
    assertThat(count("a", "address", "192.0.2.3", 1)).isTrue();
    assertThat(count("a", "registration", "", 1)).isTrue();
  }

  @Test
  void window_whenTwoThirdsPassed_thenAThirdOfTheOldOneStillCounts() {
    for (int i = 0; i < 10; i++) {
      count("half", "address", "x", 10);
    }
    sql.execute(
        "UPDATE attempt_rate SET started_at = now() - interval '100s' WHERE application_id = 'half'");

    for (int i = 0; i < 7; i++) {
      assertThat(count("half", "address", "x", 10)).as("attempt %d", i).isTrue();
    }
    assertThat(count("half", "address", "x", 10)).isFalse();
  }

  @Test
  void window_whenTwoPassed_thenEmpty() {
    count("two", "address", "x", 1);
    sql.execute(
        "UPDATE attempt_rate SET started_at = now() - interval '121s' WHERE application_id = 'two'");

    assertThat(count("two", "address", "x", 1)).isTrue();
    assertThat(count("two", "address", "x", 1)).isFalse();
  }

  @Test
  void deleteExpired_thenTheTableStaysSmall() {
    count("old", "address", "x", 1);
    sql.execute(
        "UPDATE attempt_rate SET expires_at = now() - interval '1s' WHERE application_id = 'old'");

    assertThat(sql.count(tx -> repository.deleteExpired(tx, 100))).isEqualTo(1);
  }

  private boolean count(String application, String kind, String subject, int limit) {
    return sql.run(tx -> repository.count(tx, application, kind, subject, limit, MINUTE));
  }
}
