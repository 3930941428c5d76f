package org.vestibule.auth.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.sql.TestSql;

class AttemptRepositoryTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static TestSql sql;

  private final AttemptRepository repository = new AttemptRepository();

  @BeforeAll
  static void open() {
    sql = new TestSql();
  }

  @AfterAll
  static void close() {
    sql.close();
  }

  @Test
  void count_whenSixteenAtOnce_thenExactlyTheLimitIsAdmitted() {
    Subject subject = new Subject("rush@example.com", null, 6, MINUTE);

    List<Integer> admitted = sql.race(16, tx -> repository.count(tx, "a", subject));

    assertThat(admitted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(6);
  }

  @Test
  void countWithAddress_whenTheAddressHasNoRoom_thenNobodyElseIsCounted() {
    Subject subject = new Subject("with-address@example.com", null, 2, MINUTE);

    List<Integer> counted = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      counted.add(sql.count(tx -> repository.count(tx, "a", subject, "192.0.2.7", 1, MINUTE)));
    }

    assertThat(counted).containsExactly(1, AttemptRepository.NO_ROOM, AttemptRepository.NO_ROOM);
    assertThat(sql.count(tx -> repository.count(tx, "a", subject))).isEqualTo(1);
    assertThat(sql.count(tx -> repository.count(tx, "a", subject, "192.0.2.8", 9, MINUTE)))
        .isZero();
  }

  @Test
  void count_whenSpelledOtherwise_thenTheSameCounter() {
    for (String spelling : List.of("Zoë@example.com", "ZOE\u0308@EXAMPLE.COM")) {
      assertThat(count(spelling, 2)).isEqualTo(1);
    }

    assertThat(count("zo\u00eb@example.com", 2)).isZero();
    assertThat(count("zoe@example.com", 2)).isEqualTo(1);
  }

  @Test
  void count_whenAnotherApplication_thenAnotherCounter() {
    Subject subject = new Subject("tenant@example.com", null, 1, MINUTE);

    assertThat(sql.count(tx -> repository.count(tx, "a", subject))).isEqualTo(1);
    assertThat(sql.count(tx -> repository.count(tx, "b", subject))).isEqualTo(1);
    assertThat(sql.count(tx -> repository.count(tx, "a", subject))).isZero();
  }

  @Test
  void count_whenIdentifierAndRecord_thenTheFullOneRefuses() {
    UUID record = UUID.fromString("3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10");
    sql.run(tx -> repository.count(tx, "a", new Subject(null, record, 1, MINUTE)));

    Subject both = new Subject("both@example.com", record, 1, MINUTE);
    assertThat(both.counters()).isEqualTo(2);
    assertThat(sql.count(tx -> repository.count(tx, "a", both))).isEqualTo(1);
  }

  @Test
  void window_slides_soThatRefusalsDoNotProlongIt() throws InterruptedException {
    Subject subject = new Subject("slide@example.com", null, 2, Duration.ofSeconds(2));
    assertThat(sql.count(tx -> repository.count(tx, "a", subject))).isEqualTo(1);
    Thread.sleep(1200);
    assertThat(sql.count(tx -> repository.count(tx, "a", subject))).isEqualTo(1);
    assertThat(sql.count(tx -> repository.count(tx, "a", subject))).isZero();
    assertThat((Long) sql.run(tx -> repository.roomAfter(tx, "a", subject))).isEqualTo(1);
    Thread.sleep(1000);

    assertThat(sql.count(tx -> repository.count(tx, "a", subject))).isEqualTo(1);
    assertThat(sql.count(tx -> repository.count(tx, "a", subject))).isZero();
  }

  @Test
  void count_whenFamiliesHaveDifferentLimits_thenEachSeesAllAttempts() {
    for (int i = 0; i < 4; i++) {
      assertThat(count("mixed@example.com", 4)).isEqualTo(1);
    }

    assertThat(count("mixed@example.com", 3)).isZero();
    assertThat(count("mixed@example.com", 5)).isEqualTo(1);
    assertThat(count("mixed@example.com", 5)).isZero();
  }

  @Test
  void row_whenCountedForLong_thenKeepsNoMoreTimesThanTheLimit() {
    Subject subject = new Subject("long@example.com", null, 3, Duration.ofSeconds(1));
    sql.run(tx -> repository.count(tx, "long", subject));
    sql.execute(
        "UPDATE attempt SET times = ARRAY[now() - interval '9s', now() - interval '8s', now() - interval '7s'] WHERE application_id = 'long'");

    assertThat(sql.count(tx -> repository.count(tx, "long", subject))).isEqualTo(1);
    assertThat(
            sql.number(
                "SELECT cardinality(times)::bigint FROM attempt WHERE application_id = 'long'"))
        .isEqualTo(3);
  }

  @Test
  void identifier_whenHostile_thenCounted() {
    assertThat(count("nul\0@example.com", 1)).isEqualTo(1);
    assertThat(count("x".repeat(5_000_000), 1)).isEqualTo(1);
    assertThat(count("'; DROP TABLE attempt; --", 1)).isEqualTo(1);
  }

  @Test
  void identifier_isNotStoredInClear() {
    count("secret@example.com", 6);

    assertThat(
            sql.number(
                "SELECT count(*) FROM attempt WHERE position('secret'::bytea in subject) > 0"))
        .isZero();
  }

  @Test
  void deleteExpired_thenTheTableStaysSmall() {
    sql.run(tx -> repository.count(tx, "old", new Subject("old@example.com", null, 6, MINUTE)));
    sql.execute(
        "UPDATE attempt SET expires_at = now() - interval '1s' WHERE application_id = 'old'");

    assertThat(sql.count(tx -> repository.deleteExpired(tx, 100))).isEqualTo(1);
    assertThat(sql.count(tx -> repository.deleteExpired(tx, 100))).isZero();
  }

  private int count(String identifier, int limit) {
    return sql.run(tx -> repository.count(tx, "a", new Subject(identifier, null, limit, MINUTE)));
  }
}
