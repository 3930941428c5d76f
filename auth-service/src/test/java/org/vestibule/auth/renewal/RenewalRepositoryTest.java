package org.vestibule.auth.renewal;

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
import org.vestibule.auth.token.Lifetimes;
import org.vestibule.auth.token.TestGrants;
import org.vestibule.platform.crypto.Digests;

class RenewalRepositoryTest {
  private static final Duration REMEMBER = Duration.ofHours(24);
  private static final Lifetimes LIFETIMES =
      new Lifetimes(Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofDays(90));
  private static TestSql sql;
  private static TestGrants issued;
  private final RenewalRepository renewals = new RenewalRepository();

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
  void token_isFoundInItsApplicationAlone() {
    UUID grant = issued.issue("a", UUID.randomUUID(), "r-found", null);

    assertThat(find("a", "r-found").grant()).isEqualTo(grant);
    assertThat(find("a", "r-found").sealedSecret()).isEmpty();
    byte[] hash = Digests.sha256("r-found");
    Optional<RenewableRow> elsewhere = sql.run(tx -> renewals.find(tx, "b", hash));
    assertThat(elsewhere).isEmpty();
  }

  @Test
  void renewal_leavesTheOldTokenToItsEnd() {
    issued.issue("a", UUID.randomUUID(), "r-1", null);

    assertThat(renew("r-1", "r-2", NOW.plusSeconds(600))).isTrue();

    assertThat(issued.state("r-1", NOW.plusSeconds(3599))).isEqualTo("ACTIVE");
    assertThat(issued.state("r-1", NOW.plusSeconds(3600))).isEqualTo("EXPIRED");
    assertThat(issued.state("r-2", NOW.plusSeconds(4199))).isEqualTo("ACTIVE");
    assertThat(issued.state("r-2", NOW.plusSeconds(4200))).isEqualTo("EXPIRED");
  }

  @Test
  void renewal_whenRevoked_thenNothing() {
    issued.issue("a", UUID.randomUUID(), "r-dead", null);
    RenewableRow shown = find("a", "r-dead");
    sql.execute("UPDATE access_grant SET revoked_at = now() WHERE id = '" + shown.grant() + "'");

    assertThat(renew(shown, "r-never", NOW)).isFalse();
    assertThat(issued.state("r-never", NOW)).isEqualTo("UNKNOWN");
    assertThat(find("a", "r-dead").isRevoked()).isTrue();
  }

  /** However often a client renews, only what it may still need is kept for long. */
  @Test
  void renewal_shortensTheMemoryOfTokensBeforeTheShownOne() {
    issued.issue("a", UUID.randomUUID(), "r-old", null);
    renew("r-old", "r-new", NOW.plusSeconds(10));
    renew("r-new", "r-newest", NOW.plusSeconds(20));

    Instant later = NOW.plusSeconds(20);
    assertThat(forgetAt("r-old"))
        .isLessThanOrEqualTo(later.plus(REMEMBER).plusSeconds(3600).getEpochSecond());
    assertThat(forgetAt("r-new"))
        .isEqualTo(NOW.plusSeconds(10).plus(LIFETIMES.refresh()).getEpochSecond());
    assertThat(forgetAt("r-newest")).isEqualTo(later.plus(LIFETIMES.refresh()).getEpochSecond());
  }

  @Test
  void renewal_atOnceSixteenTimes_givesSixteenTokensOfOneGrant() {
    issued.issue("a", UUID.randomUUID(), "r-many", null);
    RenewableRow shown = find("a", "r-many");

    List<Boolean> results =
        sql.race(
            16,
            tx ->
                renewals.renew(
                    tx,
                    "a",
                    shown,
                    Digests.sha256(UUID.randomUUID().toString()),
                    RenewalTimes.at(NOW, LIFETIMES, REMEMBER)));

    assertThat(results).hasSize(16).containsOnly(true);
    assertThat(
            sql.number(
                "SELECT count(*) FROM access_token WHERE grant_id = '" + shown.grant() + "'"))
        .isEqualTo(17);
  }

  private RenewableRow find(String application, String token) {
    return sql.run(tx -> renewals.find(tx, application, Digests.sha256(token))).orElseThrow();
  }

  private boolean renew(String shown, String fresh, Instant now) {
    return renew(find("a", shown), fresh, now);
  }

  private boolean renew(RenewableRow shown, String fresh, Instant now) {
    RenewalTimes times = RenewalTimes.at(now, LIFETIMES, REMEMBER);
    return sql.run(tx -> renewals.renew(tx, "a", shown, Digests.sha256(fresh), times));
  }

  private static long forgetAt(String token) {
    return sql.number(
        "SELECT extract(epoch FROM forget_at)::bigint FROM access_token WHERE token_hash = '\\x"
            + Digests.sha256Hex(token)
            + "'");
  }
}
