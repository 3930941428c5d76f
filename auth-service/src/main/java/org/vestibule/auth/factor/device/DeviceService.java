package org.vestibule.auth.factor.device;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.auth.factor.EndedProof;
import org.vestibule.auth.factor.FactorPerson;
import org.vestibule.auth.factor.device.DeviceRepository.Trust;
import org.vestibule.auth.factor.device.DeviceRepository.Trusted;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Devices on which somebody proved a second factor and wants to be asked no more for a while. */
@Singleton
public class DeviceService {
  private static final String LIFE_SETTING = "authentication.second_factor.trust_device_ttl";
  private static final int DEFAULT_SECONDS = 2_592_000;
  private static final int LONGEST_SECONDS = 31_536_000;

  /** A sign-in that the code was for is completed within this time. */
  private static final Duration PROOF_LIFE = Duration.ofMinutes(15);

  private final DeviceRepository repository;
  private final SqlTransactions transactions;
  private final Clock clock;

  DeviceService(DeviceRepository repository, SqlTransactions transactions, Clock clock) {
    this.repository = repository;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Trusts a device for a challenge that was met on it; each challenge serves once. */
  Uni<DeviceReply> trust(FactorPerson person, UUID challenge, byte[] device) {
    Duration life = life(person);
    if (life.isZero()) {
      return Uni.createFrom().item(DeviceReply.NOT);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant until = now.plus(life);
    Trust trust =
        new Trust(
            person.entityType(),
            person.uuid(),
            challenge,
            device,
            now.minus(PROOF_LIFE),
            now,
            until);
    return transactions
        .read(tx -> repository.trust(tx, person.applicationId(), trust))
        .map(trusted -> trusted ? new DeviceReply(true, until) : DeviceReply.NOT);
  }

  /** Whether a device is trusted; a setting that was lowered since holds for it too. */
  Uni<DeviceReply> check(FactorPerson person, byte[] device) {
    Instant now = clock.instant();
    return transactions
        .read(
            tx ->
                repository.find(
                    tx, person.applicationId(), person.entityType(), person.uuid(), device, now))
        .map(found -> reply(found, life(person), now));
  }

  private static DeviceReply reply(Optional<Trusted> found, Duration life, Instant now) {
    return found
        .map(it -> earlier(it.until(), it.since().plus(life)))
        .filter(until -> until.isAfter(now))
        .map(until -> new DeviceReply(true, until))
        .orElse(DeviceReply.NOT);
  }

  /** Trusts no device of a person any more; how many they were. */
  Uni<Integer> revoke(FactorPerson person) {
    EndedProof all =
        new EndedProof(person.applicationId(), person.entityType(), person.uuid(), clock.instant());
    return transactions.read(tx -> end(tx, all));
  }

  /** Trusts no device any more that a record's owner trusted until an instant. */
  public Uni<Integer> end(Tx tx, EndedProof ended) {
    return repository.end(tx, ended);
  }

  /** Removes a batch of devices whose time is over; how many they were. */
  public Uni<Integer> forget(int batch) {
    return transactions.read(tx -> repository.forget(tx, clock.instant(), batch));
  }

  private static Duration life(FactorPerson person) {
    int seconds = person.client().intSetting(LIFE_SETTING, DEFAULT_SECONDS);
    return Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_SECONDS)));
  }

  private static Instant earlier(Instant left, Instant right) {
    return left.isBefore(right) ? left : right;
  }
}
