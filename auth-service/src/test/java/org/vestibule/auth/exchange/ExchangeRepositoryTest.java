package org.vestibule.auth.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.auth.token.TestGrants.ADDRESS;
import static org.vestibule.auth.token.TestGrants.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.exchange.ExchangeRepository.Handed;
import org.vestibule.auth.exchange.ExchangeRepository.Reused;
import org.vestibule.auth.sql.TestSql;
import org.vestibule.auth.token.Lifetimes;
import org.vestibule.auth.token.TestGrants;

class ExchangeRepositoryTest {
  private static final Duration REMEMBER = Duration.ofHours(24);
  private static TestSql sql;
  private static TestGrants issued;
  private final ExchangeRepository exchanges = new ExchangeRepository();

  @BeforeAll
  static void open() {
    sql = new TestSql();
    issued = new TestGrants(sql);
  }

  @AfterAll
  static void close() {
    sql.close();
  }

  @Test
  void code_whenSixteenAtOnce_thenExactlyOneGetsTokens() {
    issued.issue("a", UUID.randomUUID(), null, "c-race");

    List<Optional<Handed>> results =
        sql.race(
            16,
            tx ->
                exchanges.exchangeCode(
                    tx, code("a", "client", "c-race", ADDRESS), fresh(NOW), REMEMBER));

    assertThat(results.stream().filter(Optional::isPresent)).hasSize(1);
  }

  @Test
  void code_whenOfAnotherApplicationClientAddressOrTooLate_thenLeftAlone() {
    UUID record = UUID.randomUUID();
    issued.issue("a", record, null, "c-bound");

    assertThat(exchange(code("b", "client", "c-bound", ADDRESS), NOW)).isEmpty();
    assertThat(exchange(code("a", "other", "c-bound", ADDRESS), NOW)).isEmpty();
    assertThat(exchange(code("a", "client", "c-bound", ADDRESS + "x"), NOW)).isEmpty();
    assertThat(exchange(code("a", "client", "c-bound", ADDRESS), NOW.plusSeconds(300))).isEmpty();
    assertThat(exchange(code("a", "client", "c-bound", ADDRESS), NOW).orElseThrow())
        .isEqualTo(new Handed("{\"a\":1}", "user", record));
    assertThat(exchange(code("a", "client", "c-bound", ADDRESS), NOW)).isEmpty();
  }

  @Test
  void exchangedTokens_areStoredAndLive() {
    issued.issue("a", UUID.randomUUID(), null, "c-store");
    Fresh fresh = fresh(NOW);

    sql.run(
        tx -> exchanges.exchangeCode(tx, code("a", "client", "c-store", ADDRESS), fresh, REMEMBER));

    assertThat(issued.state(fresh.accessToken(), NOW)).isEqualTo("ACTIVE");
    assertThat(rotate("a", "client", fresh.refreshToken(), NOW)).isPresent();
  }

  @Test
  void fiveOtherAddresses_burnTheCode() {
    issued.issue("a", UUID.randomUUID(), null, "c-burn");
    Proof proof = code("a", "client", "c-burn", "https://other.example.com/");
    for (int i = 0; i < 4; i++) {
      sql.run(tx -> exchanges.countMismatch(tx, proof, 5, NOW));
    }
    assertThat(sql.run(tx -> exchanges.findCode(tx, proof)).orElseThrow().isUsed()).isFalse();

    sql.run(tx -> exchanges.countMismatch(tx, proof, 5, NOW));

    assertThat(sql.run(tx -> exchanges.findCode(tx, proof)).orElseThrow().isUsed()).isTrue();
    assertThat(exchange(code("a", "client", "c-burn", ADDRESS), NOW)).isEmpty();
  }

  @Test
  void nextRecoveryMail_endsTheCodeOfTheLastOne() {
    UUID record = UUID.randomUUID();
    issued.issueRecovery("a", record, "c-first");
    issued.retireRecoveryCodes("a", record, NOW);
    issued.issueRecovery("a", record, "c-second");

    assertThat(exchange(code("a", "client", "c-first", ADDRESS), NOW)).isEmpty();
    assertThat(exchange(code("a", "client", "c-second", ADDRESS), NOW)).isPresent();
  }

  @Test
  void refreshToken_whenSixteenAtOnce_thenExactlyOneRotates() {
    String refresh = refreshToken("c-refresh-race");

    List<Optional<Handed>> results =
        sql.race(
            16,
            tx ->
                exchanges.rotate(tx, Proof.of("a", "client", refresh, null), fresh(NOW), REMEMBER));

    assertThat(results.stream().filter(Optional::isPresent)).hasSize(1);
  }

  @Test
  void usedRefreshToken_isFoundOnceItsRepeatIsNoLostReply() {
    String refresh = refreshToken("c-reuse");
    assertThat(rotate("a", "other", refresh, NOW)).isEmpty();
    assertThat(rotate("b", "client", refresh, NOW)).isEmpty();
    assertThat(rotate("a", "client", refresh, NOW)).isPresent();

    Proof again = Proof.of("a", "client", refresh, null);
    assertThat(reused(again, NOW)).isEmpty();
    assertThat(reused(again, NOW.plusSeconds(1))).isPresent();
    assertThat(reused(Proof.of("a", "other", refresh, null), NOW.plusSeconds(1))).isEmpty();
  }

  private Optional<Reused> reused(Proof proof, Instant usedBefore) {
    return sql.run(tx -> exchanges.findReused(tx, proof, usedBefore));
  }

  private String refreshToken(String code) {
    issued.issue("a", UUID.randomUUID(), null, code);
    Fresh fresh = fresh(NOW);
    sql.run(tx -> exchanges.exchangeCode(tx, code("a", "client", code, ADDRESS), fresh, REMEMBER));
    return fresh.refreshToken();
  }

  private Optional<Handed> exchange(Proof proof, Instant now) {
    return sql.run(tx -> exchanges.exchangeCode(tx, proof, fresh(now), REMEMBER));
  }

  private Optional<Handed> rotate(String application, String client, String token, Instant now) {
    return sql.run(
        tx ->
            exchanges.rotate(tx, Proof.of(application, client, token, null), fresh(now), REMEMBER));
  }

  private static Proof code(String application, String client, String code, String address) {
    return Proof.of(application, client, code, address);
  }

  private static Fresh fresh(Instant now) {
    return new Fresh(
        UUID.randomUUID().toString(),
        UUID.randomUUID().toString(),
        Lifetimes.of(name -> Optional.empty()),
        now);
  }
}
