package org.vestibule.auth.factor.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.factor.Channel;
import org.vestibule.auth.factor.EndedProof;
import org.vestibule.auth.factor.code.CodeRepository.Claim;
import org.vestibule.auth.factor.code.CodeRepository.Tried;
import org.vestibule.auth.sql.TestSql;

class CodeRepositoryTest {
  private static final Instant NOW = Instant.parse("2026-03-11T09:42:07Z");
  private static final Instant END = NOW.plusSeconds(600);
  private static TestSql sql;

  private final CodeRepository codes = new CodeRepository();
  private final UUID challenge = UUID.randomUUID();
  private final UUID record = UUID.randomUUID();

  @BeforeAll
  static void open() {
    sql = new TestSql();
  }

  @AfterAll
  static void close() {
    sql.close();
  }

  @Test
  void attempt_whenSixteenAtOnceWithTheRightCode_thenExactlyOneIsAccepted() {
    put("right", NOW);

    List<Optional<Tried>> results =
        sql.race(16, tx -> codes.attempt(tx, "a", claim(), List.of("right"), NOW));

    assertThat(results.stream().flatMap(Optional::stream).filter(Tried::accepted)).hasSize(1);
    assertThat(results.stream().filter(Optional::isPresent)).hasSize(1);
  }

  @Test
  void attempt_whenSixteenAtOnceWithWrongCodes_thenFiveAreLookedAt() {
    put("right", NOW);

    List<Optional<Tried>> results =
        sql.race(16, tx -> codes.attempt(tx, "a", claim(), List.of("wrong"), NOW));

    assertThat(results.stream().flatMap(Optional::stream)).hasSize(5).noneMatch(Tried::accepted);
    assertThat(attempt("right", NOW)).isEmpty();
  }

  @Test
  void attempt_whenWrong_thenTheTriesRunDown_whenRight_thenTheChannelIsTold() {
    put("right", NOW);

    assertThat(attempt("wrong", NOW)).map(Tried::left).contains(4);
    assertThat(attempt("wrong", NOW)).map(Tried::left).contains(3);
    assertThat(attempt("right", NOW)).contains(new Tried(Channel.SMS, 3, true));
    assertThat(attempt("right", NOW)).isEmpty();
  }

  @Test
  void attempt_whenTheKeyHasChangedSince_thenTheHashOfTheOldOneIsAcceptedToo() {
    put("by the old key", NOW);

    Optional<Tried> tried =
        sql.run(
            tx ->
                codes.attempt(tx, "a", claim(), List.of("by the new key", "by the old key"), NOW));

    assertThat(tried).map(Tried::accepted).contains(true);
  }

  @Test
  void attempt_whenExpired_thenThereIsNone() {
    put("right", NOW);

    assertThat(attempt("right", END)).isEmpty();
    assertThat(attempt("right", END.minusSeconds(1))).isPresent();
  }

  @Test
  void attempt_whenAnotherApplicationTypeOrRecord_thenThereIsNone() {
    put("right", NOW);
    List<String> right = List.of("right");
    Claim otherType = new Claim(challenge, "admin", record);
    Claim otherRecord = new Claim(challenge, "user", UUID.randomUUID());

    assertThat((Optional<?>) sql.run(tx -> codes.attempt(tx, "b", claim(), right, NOW))).isEmpty();
    assertThat((Optional<?>) sql.run(tx -> codes.attempt(tx, "a", otherType, right, NOW)))
        .isEmpty();
    assertThat((Optional<?>) sql.run(tx -> codes.attempt(tx, "a", otherRecord, right, NOW)))
        .isEmpty();
    assertThat(attempt("right", NOW)).isPresent();
  }

  @Test
  void put_whenAgain_thenTheEarlierCodeEndsAndTheTriesBeginAnew() {
    put("first", NOW);
    attempt("wrong", NOW);

    assertThat(put("second", NOW)).isTrue();

    assertThat(attempt("first", NOW)).map(Tried::left).contains(4);
    assertThat(attempt("second", NOW)).map(Tried::accepted).contains(true);
  }

  @Test
  void put_whenTheChallengeIsMetOrOfSomebodyElse_thenRefused() {
    put("first", NOW);
    CodeRow stolen =
        new CodeRow(challenge, "a", "user", UUID.randomUUID(), Channel.SMS, "x", NOW, END);
    assertThat((Boolean) sql.run(tx -> codes.put(tx, "a", stolen))).isFalse();
    assertThat((Boolean) sql.run(tx -> codes.put(tx, "b", row("x", NOW)))).isFalse();
    assertThat(attempt("first", NOW)).map(Tried::accepted).contains(true);

    assertThat(put("second", NOW)).isFalse();
  }

  @Test
  void end_thenOnlyLaterCodesLive() {
    put("early", NOW);
    EndedProof early = new EndedProof("a", "user", record, NOW.minusSeconds(1));
    EndedProof late = new EndedProof("a", "user", record, NOW.plusSeconds(1));
    EndedProof foreign = new EndedProof("b", "user", record, NOW.plusSeconds(1));

    assertThat(sql.count(tx -> codes.end(tx, early))).isZero();
    assertThat(sql.count(tx -> codes.end(tx, foreign))).isZero();
    assertThat(sql.count(tx -> codes.end(tx, late))).isEqualTo(1);
    assertThat(attempt("early", NOW)).isEmpty();
  }

  @Test
  void forget_removesWhatIsOver() {
    put("old", NOW.minusSeconds(900_000));

    assertThat(sql.count(tx -> codes.forget(tx, NOW.minusSeconds(800_000), 10))).isEqualTo(1);
  }

  private boolean put(String hash, Instant sentAt) {
    return sql.run(tx -> codes.put(tx, "a", row(hash, sentAt)));
  }

  private CodeRow row(String hash, Instant sentAt) {
    return new CodeRow(
        challenge, "a", "user", record, Channel.SMS, hash, sentAt, sentAt.plusSeconds(600));
  }

  private Claim claim() {
    return new Claim(challenge, "user", record);
  }

  private Optional<Tried> attempt(String hash, Instant now) {
    return sql.run(tx -> codes.attempt(tx, "a", claim(), List.of(hash), now));
  }
}
