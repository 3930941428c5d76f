package org.vestibule.auth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.auth.token.TestGrants.CUSTOMER;
import static org.vestibule.auth.token.TestGrants.NOW;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.grant.KeptTokenRepository.KeptToken;
import org.vestibule.auth.sql.TestSql;
import org.vestibule.auth.token.TestGrants;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.crypto.Digests;

class GrantRepositoryTest {
  private static TestSql sql;
  private static TestGrants issued;
  private final GrantRepository grants = new GrantRepository();
  private final KeptTokenRepository kept = new KeptTokenRepository();

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
  void token_whenKnown_thenItsStateAtThatInstant() {
    issued.issue("a", UUID.randomUUID(), "t-state", null);

    assertThat(issued.state("t-state", NOW)).isEqualTo("ACTIVE");
    assertThat(issued.state("t-state", NOW.plusSeconds(3600))).isEqualTo("EXPIRED");
    assertThat(issued.state("t-other", NOW)).isEqualTo("UNKNOWN");
  }

  @Test
  void revoke_whenSameRecord_thenDead_andOtherApplicationsLive() {
    UUID record = UUID.randomUUID();
    issued.issue("a", record, "t-revoke-a", null);
    issued.issue("b", record, "t-revoke-b", null);

    assertThat(revoke("a", record, NOW, null)).isEqualTo(1);

    assertThat(issued.state("t-revoke-a", NOW)).isEqualTo("REVOKED");
    assertThat(issued.state("t-revoke-b", NOW)).isEqualTo("ACTIVE");
  }

  @Test
  void revoke_whenMadeLater_thenLivesOn() {
    UUID record = UUID.randomUUID();
    issued.issue("a", record, "t-later", null);

    assertThat(revoke("a", record, NOW.minusMillis(1), null)).isZero();
    assertThat(issued.state("t-later", NOW)).isEqualTo("ACTIVE");
  }

  @Test
  void keptToken_whenMoved_thenLivesWithoutWhatHungOnItsGrant() {
    UUID record = UUID.randomUUID();
    UUID old = issued.issue("a", record, "t-kept", "c-kept");
    issued.issue("a", record, "t-other-kept", null);
    byte[] hash = Digests.sha256("t-kept");
    sql.run(tx -> kept.keep(tx, "a", "request-1", hash, NOW.plusSeconds(60)));
    UUID own = UUID.randomUUID();

    sql.run(tx -> kept.move(tx, "a", "request-1", hash, own, NOW));
    assertThat(revoke("a", record, NOW, own)).isEqualTo(2);

    assertThat(issued.state("t-kept", NOW)).isEqualTo("ACTIVE");
    assertThat(issued.state("t-other-kept", NOW)).isEqualTo("REVOKED");
    assertThat(lock("a", "request-1").orElseThrow().grant()).contains(own);
    assertThat(lock("b", "request-1")).isEmpty();
    assertThat(
            sql.number(
                "SELECT count(*) FROM authorization_code c JOIN access_grant g ON g.id = c.grant_id"
                    + " WHERE g.id = '"
                    + old
                    + "' AND g.revoked_at IS NOT NULL"))
        .isEqualTo(1);
  }

  @Test
  void keptToken_whenAlreadyRevoked_thenStaysDead() {
    UUID record = UUID.randomUUID();
    issued.issue("a", record, "t-dead", null);
    revoke("a", record, NOW, null);
    byte[] hash = Digests.sha256("t-dead");
    sql.run(tx -> kept.keep(tx, "a", "request-2", hash, NOW.plusSeconds(60)));

    sql.run(tx -> kept.move(tx, "a", "request-2", hash, UUID.randomUUID(), NOW));

    assertThat(issued.state("t-dead", NOW)).isEqualTo("REVOKED");
  }

  @Test
  void delete_whenRecordIsGone_thenItsTokensAreUnknown() {
    UUID record = UUID.randomUUID();
    issued.issue("a", record, "t-delete", null);

    assertThat(sql.count(tx -> grants.delete(tx, "b", "user", record))).isZero();
    assertThat(sql.count(tx -> grants.delete(tx, "a", "user", record))).isEqualTo(1);
    assertThat(issued.state("t-delete", NOW)).isEqualTo("UNKNOWN");
  }

  @Test
  void forget_whenTheTimeHasCome_thenInBatches() {
    try (TestSql own = new TestSql()) {
      for (int i = 0; i < 5; i++) {
        new TestGrants(own).issue("a", UUID.randomUUID(), null, null);
      }

      assertThat(own.count(tx -> grants.forget(tx, NOW.plusSeconds(86_400), 3))).isZero();
      assertThat(own.count(tx -> grants.forget(tx, NOW.plusSeconds(90_001), 3))).isEqualTo(3);
      assertThat(own.count(tx -> grants.forget(tx, NOW.plusSeconds(90_001), 3))).isEqualTo(2);
      assertThat(own.number("SELECT count(*) FROM access_grant")).isZero();
    }
  }

  private int revoke(String application, UUID record, Instant until, UUID but) {
    RecordRef ref =
        new RecordRef(CUSTOMER, application, application + ".example.com", "user", record);
    return sql.count(tx -> grants.revoke(tx, new Revocation(ref, until), but, NOW));
  }

  private Optional<KeptToken> lock(String application, String correlationId) {
    return sql.run(tx -> kept.lock(tx, application, correlationId));
  }
}
