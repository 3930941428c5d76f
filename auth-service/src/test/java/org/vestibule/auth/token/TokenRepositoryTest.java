package org.vestibule.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.sql.TestSql;
import org.vestibule.platform.crypto.Digests;

class TokenRepositoryTest {
  private static final Instant NOW = Instant.parse("2026-03-11T09:42:07Z");
  private static final UUID CUSTOMER = UUID.fromString("11111111-1111-4111-8111-111111111111");
  private static TestSql sql;

  private final TokenRepository tokens = new TokenRepository();
  private final GrantRepository grants = new GrantRepository();

  @BeforeAll
  static void open() {
    sql = new TestSql();
  }

  @AfterAll
  static void close() {
    sql.close();
  }

  @Test
  void findToken_whenKnown_thenItsStateAtThatInstant() {
    UUID grant = grant("a", UUID.randomUUID());
    token(grant, "t-state");

    assertThat(find("t-state", NOW).orElseThrow().state()).isEqualTo(ResolvedToken.State.ACTIVE);
    assertThat(find("t-state", NOW.plusSeconds(3600)).orElseThrow().state())
        .isEqualTo(ResolvedToken.State.EXPIRED);
    assertThat(find("t-other", NOW)).isEmpty();
  }

  @Test
  void revoke_whenSameRecord_thenTokensAndCodesAreDead_andOthersLive() {
    UUID record = UUID.randomUUID();
    token(grant("a", record), "t-revoke-a");
    token(grant("b", record), "t-revoke-b");
    code(grant("a", record), "c-revoke");

    int revoked = sql.run(tx -> grants.revoke(tx, "a", "user", record, NOW));

    assertThat(revoked).isEqualTo(2);
    assertThat(find("t-revoke-a", NOW).orElseThrow().state())
        .isEqualTo(ResolvedToken.State.REVOKED);
    assertThat(find("t-revoke-b", NOW).orElseThrow().state()).isEqualTo(ResolvedToken.State.ACTIVE);
    assertThat(consume("a", "c-revoke", "client", NOW)).isEmpty();
  }

  @Test
  void consumeCode_whenSixteenAtOnce_thenExactlyOneWins() {
    code(grant("a", UUID.randomUUID()), "c-race");

    List<Optional<ConsumedCode>> results =
        sql.race(16, tx -> tokens.consumeCode(tx, "a", Digests.sha256("c-race"), "client", NOW));

    assertThat(results.stream().filter(Optional::isPresent)).hasSize(1);
  }

  @Test
  void consumeCode_whenOfAnotherApplicationOrClientOrTooLate_thenLeftAlone() {
    code(grant("a", UUID.randomUUID()), "c-bound");

    assertThat(consume("b", "c-bound", "client", NOW)).isEmpty();
    assertThat(consume("a", "c-bound", "other", NOW)).isEmpty();
    assertThat(consume("a", "c-bound", "client", NOW.plusSeconds(300))).isEmpty();
    assertThat(consume("a", "c-bound", "client", NOW).orElseThrow().redirectUri())
        .isEqualTo("https://shop.example.com/");
  }

  @Test
  void delete_whenRecordIsGone_thenItsTokensAreUnknown() {
    UUID record = UUID.randomUUID();
    token(grant("a", record), "t-delete");

    assertThat(sql.count(tx -> grants.delete(tx, "b", "user", record))).isZero();
    assertThat(sql.count(tx -> grants.delete(tx, "a", "user", record))).isEqualTo(1);
    assertThat(find("t-delete", NOW)).isEmpty();
  }

  @Test
  void forget_whenTheTimeHasCome_thenInBatches() {
    try (TestSql own = new TestSql()) {
      for (int i = 0; i < 5; i++) {
        own.run(tx -> grants.insert(tx, row(UUID.randomUUID(), "a", UUID.randomUUID())));
      }

      assertThat(own.count(tx -> grants.forget(tx, NOW.plusSeconds(86_400), 3))).isZero();
      assertThat(own.count(tx -> grants.forget(tx, NOW.plusSeconds(90_001), 3))).isEqualTo(3);
      assertThat(own.count(tx -> grants.forget(tx, NOW.plusSeconds(90_001), 3))).isEqualTo(2);
      assertThat(own.number("SELECT count(*) FROM access_grant")).isZero();
    }
  }

  private UUID grant(String application, UUID record) {
    UUID id = UUID.randomUUID();
    sql.run(tx -> grants.insert(tx, row(id, application, record)));
    return id;
  }

  private static GrantRow row(UUID id, String application, UUID record) {
    Grantee grantee = new Grantee(application, CUSTOMER, "client", "user", record);
    return new GrantRow(id, grantee, null, NOW, NOW.plusSeconds(90_000));
  }

  private void token(UUID grant, String token) {
    Instant end = NOW.plusSeconds(3600);
    TokenRow row = new TokenRow(Digests.sha256(token), grant, NOW, end, end.plusSeconds(86_400));
    sql.run(tx -> tokens.insertToken(tx, "a", row));
  }

  private void code(UUID grant, String code) {
    Instant end = NOW.plusSeconds(300);
    CodeRow row =
        new CodeRow(
            Digests.sha256(code), grant, "client", "https://shop.example.com/", NOW, end, end);
    sql.run(tx -> tokens.insertCode(tx, "a", row));
  }

  private Optional<ResolvedToken> find(String token, Instant now) {
    return sql.run(tx -> tokens.findToken(tx, Digests.sha256(token), now));
  }

  private Optional<ConsumedCode> consume(
      String application, String code, String client, Instant now) {
    return sql.run(tx -> tokens.consumeCode(tx, application, Digests.sha256(code), client, now));
  }
}
