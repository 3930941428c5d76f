package org.vestibule.auth.factor.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.factor.EndedProof;
import org.vestibule.auth.factor.device.DeviceRepository.Trust;
import org.vestibule.auth.factor.device.DeviceRepository.Trusted;
import org.vestibule.auth.sql.TestSql;
import org.vestibule.platform.crypto.Digests;

class DeviceRepositoryTest {
  private static final Instant NOW = Instant.parse("2026-03-11T09:42:07Z");
  private static final Instant UNTIL = NOW.plusSeconds(2_592_000);
  private static TestSql sql;

  private final DeviceRepository devices = new DeviceRepository();
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
  void trust_whenSixteenDevicesShareOneProof_thenExactlyOneIsTrusted() {
    UUID challenge = challenge("'2026-03-11T09:42:00Z'");
    int[] number = {0};

    List<Boolean> trusted =
        sql.race(16, tx -> devices.trust(tx, "a", trust(challenge, "race" + number[0]++, NOW)));

    assertThat(trusted.stream().filter(it -> it)).hasSize(1);
    assertThat(
            sql.number("SELECT count(*) FROM trusted_device WHERE record_uuid = '" + record + "'"))
        .isEqualTo(1);
  }

  @Test
  void trust_whenTheCodeWasNotGivenOrLongAgo_thenRefused() {
    assertThat(trust(challenge("NULL"), "d")).isFalse();
    assertThat(trust(challenge("'2026-03-11T09:26:00Z'"), "d")).isFalse();
    assertThat(trust(UUID.randomUUID(), "d")).isFalse();
    UUID proved = challenge("'2026-03-11T09:42:00Z'");
    assertThat((Boolean) sql.run(tx -> devices.trust(tx, "b", trust(proved, "d", NOW)))).isFalse();

    assertThat(trust(proved, "d")).isTrue();
    assertThat(trust(proved, "d")).isFalse();
  }

  @Test
  void find_whenAnotherDeviceRecordOrApplication_thenNotTrusted() {
    trust(challenge("'2026-03-11T09:42:00Z'"), "mine");

    assertThat(find("a", "user", record, "mine", NOW)).contains(new Trusted(NOW, UNTIL));
    assertThat(find("a", "user", record, "other", NOW)).isEmpty();
    assertThat(find("a", "user", UUID.randomUUID(), "mine", NOW)).isEmpty();
    assertThat(find("a", "admin", record, "mine", NOW)).isEmpty();
    assertThat(find("b", "user", record, "mine", NOW)).isEmpty();
    assertThat(find("a", "user", record, "mine", UNTIL)).isEmpty();
  }

  @Test
  void trust_whenThereAreTwenty_thenTheOldestIsTrustedNoLonger() {
    for (int i = 0; i <= DeviceRepository.MOST; i++) {
      UUID challenge = challenge("'2026-03-11T09:42:00Z'");
      Trust trust = trust(challenge, "d" + i, NOW.plusSeconds(i));
      sql.run(tx -> devices.trust(tx, "a", trust));
    }

    assertThat(find("a", "user", record, "d0", NOW)).isEmpty();
    assertThat(find("a", "user", record, "d1", NOW)).isPresent();
    assertThat(find("a", "user", record, "d20", NOW)).isPresent();
  }

  @Test
  void end_thenOnlyDevicesTrustedLaterRemain() {
    trust(challenge("'2026-03-11T09:42:00Z'"), "d");
    EndedProof before = new EndedProof("a", "user", record, NOW.minusSeconds(1));
    EndedProof after = new EndedProof("a", "user", record, NOW);

    assertThat(sql.count(tx -> devices.end(tx, before))).isZero();
    assertThat(sql.count(tx -> devices.end(tx, after))).isEqualTo(1);
    assertThat(find("a", "user", record, "d", NOW)).isEmpty();
  }

  @Test
  void forget_removesWhatIsOver() {
    trust(challenge("'2026-03-11T09:42:00Z'"), "d");

    assertThat(sql.count(tx -> devices.forget(tx, UNTIL, 100))).isZero();
    assertThat(sql.count(tx -> devices.forget(tx, UNTIL.plusSeconds(30), 100))).isPositive();
  }

  /** A challenge that was met at a time, or not yet. */
  private UUID challenge(String usedAt) {
    UUID challenge = UUID.randomUUID();
    sql.execute(
        """
        INSERT INTO factor_code
               (application_id, id, entity_type, record_uuid, channel, code_hash, sent_at, expires_at, used_at)
        VALUES ('a', '%s', 'user', '%s', 'email', 'x', '2026-03-11T09:40:00Z', '2026-03-11T09:50:00Z', %s)
        """
            .formatted(challenge, record, usedAt));
    return challenge;
  }

  private boolean trust(UUID challenge, String device) {
    return sql.run(tx -> devices.trust(tx, "a", trust(challenge, device, NOW)));
  }

  private Trust trust(UUID challenge, String device, Instant now) {
    return new Trust(
        "user", record, challenge, Digests.sha256(device), NOW.minusSeconds(900), now, UNTIL);
  }

  private Optional<Trusted> find(
      String application, String type, UUID of, String device, Instant now) {
    return sql.run(tx -> devices.find(tx, application, type, of, Digests.sha256(device), now));
  }
}
