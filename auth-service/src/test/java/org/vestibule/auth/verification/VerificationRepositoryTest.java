package org.vestibule.auth.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.auth.token.TestGrants.CUSTOMER;
import static org.vestibule.auth.token.TestGrants.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.grant.Grantee;
import org.vestibule.auth.sql.TestSql;
import org.vestibule.platform.crypto.Digests;

class VerificationRepositoryTest {
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static TestSql sql;
  private final VerificationRepository codes = new VerificationRepository();

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
    insert("v-race");

    List<Optional<VerificationCodeRow>> results =
        sql.race(16, tx -> codes.claim(tx, "a", Digests.sha256("v-race"), NOW, LEASE));

    assertThat(results.stream().filter(Optional::isPresent)).hasSize(1);
  }

  @Test
  void claim_whenReleasedOrAbandoned_thenPossibleAgain_whenUsedNever() {
    insert("v-again");
    byte[] hash = Digests.sha256("v-again");
    assertThat(claim("a", "v-again", NOW)).isPresent();
    assertThat(claim("a", "v-again", NOW.plusSeconds(9))).isEmpty();
    assertThat(claim("a", "v-again", NOW.plusSeconds(11))).isPresent();

    sql.run(tx -> codes.release(tx, "a", hash));
    assertThat(claim("a", "v-again", NOW.plusSeconds(12))).isPresent();

    sql.run(tx -> codes.use(tx, "a", hash, NOW));
    sql.run(tx -> codes.release(tx, "a", hash));
    assertThat(claim("a", "v-again", NOW.plusSeconds(60))).isEmpty();
    assertThat(isExpired("v-again", NOW.plusSeconds(7200))).isFalse();
  }

  @Test
  void claim_whenOfAnotherApplicationOrTooLate_thenLeftAlone() {
    insert("v-bound");

    assertThat(claim("b", "v-bound", NOW)).isEmpty();
    assertThat(claim("a", "v-bound", NOW.plusSeconds(3600))).isEmpty();
    assertThat(isExpired("v-bound", NOW.plusSeconds(3600))).isTrue();
    assertThat(isExpired("v-bound", NOW)).isFalse();
    assertThat(claim("a", "v-bound", NOW).orElseThrow().attribute()).isEqualTo("emailVerified");
  }

  private static void insert(String code) {
    Grantee holder = new Grantee("a", CUSTOMER, "client", "user", UUID.randomUUID());
    VerificationCodeRow row =
        new VerificationCodeRow(
            Digests.sha256(code), holder, "emailVerified", null, NOW, NOW.plusSeconds(3600));
    sql.run(tx -> new VerificationRepository().insert(tx, "a", row, Duration.ofHours(24)));
  }

  private Optional<VerificationCodeRow> claim(String application, String code, Instant now) {
    return sql.run(tx -> codes.claim(tx, application, Digests.sha256(code), now, LEASE));
  }

  private boolean isExpired(String code, Instant now) {
    return sql.run(tx -> codes.isExpired(tx, "a", Digests.sha256(code), now));
  }
}
