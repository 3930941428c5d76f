package org.vestibule.auth.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.auth.token.TestGrants.CUSTOMER;
import static org.vestibule.auth.token.TestGrants.NOW;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.sql.TestSql;
import org.vestibule.platform.crypto.Digests;

class CreationTokenRepositoryTest {
  private static TestSql sql;
  private final CreationTokenRepository tokens = new CreationTokenRepository();

  @BeforeAll
  static void open() {
    sql = new TestSql();
  }

  @AfterAll
  static void close() {
    sql.close();
  }

  @Test
  void token_whenSixteenRecordsWantIt_thenOneGetsIt() {
    issue("race");

    List<Boolean> results =
        sql.race(16, tx -> tokens.claim(tx, claim("a", "race", UUID.randomUUID()), null, NOW));

    assertThat(results.stream().filter(won -> won)).hasSize(1);
  }

  @Test
  void token_belongsToTheRecordThatAsksAgain() {
    issue("again");
    UUID record = UUID.randomUUID();

    assertThat(claimed("a", "again", record, null)).isTrue();
    assertThat(claimed("a", "again", record, null)).isTrue();
    assertThat(claimed("a", "again", UUID.randomUUID(), null)).isFalse();
  }

  @Test
  void token_ofAnotherApplication_expired_orUsedUp_isNobodys() {
    issue("bound");
    UUID record = UUID.randomUUID();

    assertThat(claimed("b", "bound", record, null)).isFalse();
    assertThat(claimed("a", "bound", record, NOW.plusSeconds(60), null)).isFalse();
    assertThat(claimed("a", "bound", record, null)).isTrue();
    confirm("bound", UUID.randomUUID());
    assertThat(find("bound").isConfirmed()).isFalse();
    confirm("bound", record);
    assertThat(find("bound").isConfirmed()).isTrue();
    assertThat(claimed("a", "bound", record, null)).isFalse();
    assertThat(claimed("a", "bound", UUID.randomUUID(), record)).isFalse();
  }

  @Test
  void token_thatWasGivenUp_goesToOneOfSixteen() {
    issue("left");
    UUID lost = UUID.randomUUID();
    claimed("a", "left", lost, null);

    assertThat(claimed("a", "left", UUID.randomUUID(), UUID.randomUUID())).isFalse();
    List<Boolean> results =
        sql.race(16, tx -> tokens.claim(tx, claim("a", "left", UUID.randomUUID()), lost, NOW));

    assertThat(results.stream().filter(won -> won)).hasSize(1);
  }

  private void issue(String token) {
    CreationTokenRow row =
        new CreationTokenRow("a", CUSTOMER, "c", "user", NOW.plusSeconds(60), null, null, false);
    sql.run(tx -> tokens.insert(tx, row, Digests.sha256(token), NOW, NOW.plusSeconds(90)));
  }

  private CreationTokenRow find(String token) {
    return sql.run(tx -> tokens.find(tx, Digests.sha256(token))).orElseThrow();
  }

  private void confirm(String token, UUID record) {
    sql.run(tx -> tokens.confirm(tx, claim("a", token, record), NOW));
  }

  private boolean claimed(String application, String token, UUID record, UUID givenUp) {
    return claimed(application, token, record, NOW, givenUp);
  }

  private boolean claimed(
      String application, String token, UUID record, Instant now, UUID givenUp) {
    return sql.run(tx -> tokens.claim(tx, claim(application, token, record), givenUp, now));
  }

  private static CreationClaim claim(String application, String token, UUID record) {
    return new CreationClaim(application, Digests.sha256(token), record);
  }
}
