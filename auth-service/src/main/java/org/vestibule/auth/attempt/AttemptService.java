package org.vestibule.auth.attempt;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.vestibule.auth.AuthConfig;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;
import org.vestibule.platform.sql.Write;

/** Counts attempts before any secret is checked, whichever API family they come through. */
@Singleton
public class AttemptService {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SqlTransactions transactions;
  private final AttemptRepository subjects;
  private final RateRepository rates;
  private final AuthConfig.Attempts config;

  AttemptService(
      SqlTransactions transactions,
      AttemptRepository subjects,
      RateRepository rates,
      AuthConfig config) {
    this.transactions = transactions;
    this.subjects = subjects;
    this.rates = rates;
    this.config = config.auth().attempts();
  }

  /** Counts an attempt; refused when its address, its identifier or its record has no room. */
  public Uni<Admission> count(Attempt attempt) {
    return transactions.read(
        tx ->
            attempt.hasSubject() && countsAddress(attempt)
                ? countBoth(tx, attempt)
                : countAddress(tx, attempt)
                    .chain(room -> room ? countSubject(tx, attempt) : refused(MINUTE)));
  }

  private boolean countsAddress(Attempt attempt) {
    return attempt.address() != null && config.addressLimitPerMinute() > 0;
  }

  private Uni<Admission> countBoth(Tx tx, Attempt attempt) {
    return subjects
        .count(
            tx,
            attempt.applicationId(),
            attempt.subject(),
            AddressKey.of(attempt.address()),
            config.addressLimitPerMinute(),
            MINUTE)
        .chain(
            admitted ->
                admitted == AttemptRepository.NO_ROOM
                    ? refused(MINUTE)
                    : answer(tx, attempt, admitted));
  }

  /** Counts a registration of an application; false when there are too many in this minute. */
  public Uni<Boolean> countRegistration(String applicationId, int limitPerMinute) {
    return limitPerMinute <= 0
        ? Uni.createFrom().item(true)
        : transactions.read(
            tx -> rates.count(tx, applicationId, "registration", "", limitPerMinute, MINUTE));
  }

  /**
   * Adds an attempt whose record became known by it, for those who ask by record. Without a record
   * the same statement runs, so that both cost the same.
   */
  public Write noting(Attempt attempt, UUID recordUuid) {
    return attempt.limit() <= 0
        ? Write.nothing()
        : subjects.counting(attempt.applicationId(), attempt.outcome(recordUuid));
  }

  private Uni<Boolean> countAddress(Tx tx, Attempt attempt) {
    return countsAddress(attempt)
        ? rates.count(
            tx,
            attempt.applicationId(),
            "address",
            AddressKey.of(attempt.address()),
            config.addressLimitPerMinute(),
            MINUTE)
        : Uni.createFrom().item(true);
  }

  private Uni<Admission> countSubject(Tx tx, Attempt attempt) {
    return attempt.hasSubject()
        ? subjects
            .count(tx, attempt.applicationId(), attempt.subject())
            .chain(admitted -> answer(tx, attempt, admitted))
        : Uni.createFrom().item(Admission.ADMITTED);
  }

  private Uni<Admission> answer(Tx tx, Attempt attempt, int admitted) {
    return admitted == attempt.subject().counters()
        ? Uni.createFrom().item(Admission.ADMITTED)
        : subjects
            .roomAfter(tx, attempt.applicationId(), attempt.subject())
            .map(Admission::refused);
  }

  private static Uni<Admission> refused(Duration window) {
    return Uni.createFrom().item(Admission.refused(window.toSeconds()));
  }
}
