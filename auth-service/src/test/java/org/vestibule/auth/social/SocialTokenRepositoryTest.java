package org.vestibule.auth.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.auth.token.TestGrants.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.sql.TestSql;
import org.vestibule.platform.crypto.Digests;

class SocialTokenRepositoryTest {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static TestSql sql;
  private final SocialTokenRepository tokens = new SocialTokenRepository();

  @BeforeAll
  static void open() {
    sql = new TestSql();
  }

  @AfterAll
  static void close() {
    sql.close();
  }

  @Test
  void claim_whenSixteenAtOnce_thenExactlyOneWins() {
    insert("s-race");

    List<Optional<SocialTokenRow>> results =
        sql.race(
            16,
            tx ->
                tokens.claim(
                    tx, "a", Digests.sha256("s-race"), NOW, NOW.minus(LEASE), NOW.plusSeconds(60)));

    assertThat(results.stream().filter(Optional::isPresent)).hasSize(1);
  }

  @Test
  void claim_whenReleasedOrAbandoned_thenPossibleAgain() {
    UUID id = insert("s-again");
    assertThat(claim("a", "s-again", NOW)).isPresent();
    assertThat(claim("a", "s-again", NOW.plusSeconds(29))).isEmpty();
    assertThat(claim("a", "s-again", NOW.plusSeconds(31))).isPresent();

    sql.run(tx -> tokens.release(tx, "a", id, NOW));
    assertThat(claim("a", "s-again", NOW.plusSeconds(32))).as("only one's own claim").isEmpty();
    sql.run(tx -> tokens.release(tx, "a", id, NOW.plusSeconds(31)));
    assertThat(claim("a", "s-again", NOW.plusSeconds(32))).isPresent();
  }

  @Test
  void claim_whenOfAnotherApplicationOrTooLate_thenLeftAlone() {
    insert("s-bound");

    assertThat(claim("b", "s-bound", NOW)).isEmpty();
    assertThat(claim("a", "s-bound", NOW.plusSeconds(600))).isEmpty();
    assertThat(claim("a", "s-bound", NOW.plusSeconds(599))).isPresent();
  }

  @Test
  void firstUse_prolongsTheLifeOnce() {
    UUID id = insert("s-life");
    claimAndRelease("s-life", id, NOW.plusSeconds(599));
    claimAndRelease("s-life", id, NOW.plusSeconds(4000));
    assertThat(claim("a", "s-life", NOW.plusSeconds(599 + 3600))).isEmpty();
  }

  @Test
  void consume_endsTheTokenOfTheClaimAlone() {
    UUID id = insert("s-consume");
    assertThat(consume("a", id, NOW)).isFalse();
    claim("a", "s-consume", NOW);

    assertThat(consume("b", id, NOW)).isFalse();
    assertThat(consume("a", id, NOW.plusSeconds(1))).isFalse();
    assertThat(consume("a", id, NOW)).isTrue();
    assertThat(claim("a", "s-consume", NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void conflict_isRememberedByWhoHoldsTheToken() {
    UUID id = insert("s-conflict");
    UUID record = UUID.randomUUID();
    claim("a", "s-conflict", NOW);
    sql.run(tx -> tokens.noteConflict(tx, "a", id, NOW.plusSeconds(1), UUID.randomUUID()));
    sql.run(tx -> tokens.noteConflict(tx, "a", id, NOW, record));
    sql.run(tx -> tokens.release(tx, "a", id, NOW));

    assertThat(claim("a", "s-conflict", NOW.plusSeconds(1)).orElseThrow().conflictRecord())
        .isEqualTo(record);
  }

  @Test
  void deleteExpired_takesOnlyWhatHasEnded_inBatches() {
    try (TestSql own = new TestSql()) {
      for (int i = 0; i < 5; i++) {
        insert(own, "s-old-" + i);
      }
      assertThat(own.count(tx -> tokens.deleteExpired(tx, NOW.plusSeconds(600), 3))).isZero();
      assertThat(own.count(tx -> tokens.deleteExpired(tx, NOW.plusSeconds(601), 3))).isEqualTo(3);
      assertThat(own.count(tx -> tokens.deleteExpired(tx, NOW.plusSeconds(601), 3))).isEqualTo(2);
    }
  }

  private void claimAndRelease(String token, UUID id, Instant now) {
    assertThat(claim("a", token, now)).isPresent();
    sql.run(tx -> tokens.release(tx, "a", id, now));
  }

  private static UUID insert(String token) {
    return insert(sql, token);
  }

  private static UUID insert(TestSql where, String token) {
    UUID id = UUID.randomUUID();
    SocialTokenRow row = new SocialTokenRow(id, "sealed", null);
    where.run(
        tx ->
            new SocialTokenRepository()
                .insert(tx, "a", row, Digests.sha256(token), NOW, NOW.plusSeconds(600)));
    return id;
  }

  private Optional<SocialTokenRow> claim(String application, String token, Instant now) {
    return sql.run(
        tx ->
            tokens.claim(
                tx,
                application,
                Digests.sha256(token),
                now,
                now.minus(LEASE),
                now.plusSeconds(3600)));
  }

  private boolean consume(String application, UUID id, Instant claimedAt) {
    return sql.run(tx -> tokens.consume(tx, application, id, claimedAt));
  }
}
