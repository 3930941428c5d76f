package org.vestibule.auth.factor.code;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.auth.attempt.Admission;
import org.vestibule.auth.factor.FactorPerson;
import org.vestibule.auth.factor.code.CodeRepository.Claim;
import org.vestibule.auth.factor.code.CodeRepository.Tried;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Accepts a code once; every try is counted before it is looked at. */
@Singleton
class CodeCheck {
  private final CodeLimits limits;
  private final CodeRepository repository;
  private final CodeSecrets secrets;
  private final CodeEvents events;
  private final SqlTransactions transactions;
  private final Clock clock;

  CodeCheck(
      CodeLimits limits,
      CodeRepository repository,
      CodeSecrets secrets,
      CodeEvents events,
      SqlTransactions transactions,
      Clock clock) {
    this.limits = limits;
    this.repository = repository;
    this.secrets = secrets;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  Uni<CodeReply> verify(FactorPerson person, UUID challenge, String code) {
    return limits.countTry(person).chain(admission -> verify(person, challenge, code, admission));
  }

  private Uni<CodeReply> verify(
      FactorPerson person, UUID challenge, String code, Admission admission) {
    return admission.admitted()
        ? transactions.run(tx -> attempt(tx, person, challenge, code))
        : transactions
            .run(tx -> events.failed(tx, person, "attemptsExceeded"))
            .replaceWith(() -> CodeReply.refused(admission.retryAfterSeconds()));
  }

  private Uni<CodeReply> attempt(Tx tx, FactorPerson person, UUID challenge, String code) {
    Claim claim = new Claim(challenge, person.entityType(), person.uuid());
    List<String> hashes = secrets.hashes(challenge, person.uuid(), code.replaceAll("\\s", ""));
    return repository
        .attempt(tx, person.applicationId(), claim, hashes, clock.instant())
        .chain(tried -> conclude(tx, person, tried));
  }

  private Uni<CodeReply> conclude(Tx tx, FactorPerson person, Optional<Tried> tried) {
    return tried
        .map(it -> it.accepted() ? accepted(tx, person, it) : wrong(tx, person, it))
        .orElseGet(() -> events.failed(tx, person, "codeEnded").replaceWith(CodeReply::ended));
  }

  private Uni<CodeReply> accepted(Tx tx, FactorPerson person, Tried tried) {
    return events
        .verified(tx, person, tried.channel())
        .replaceWith(() -> CodeReply.verified(tried.channel()));
  }

  private Uni<CodeReply> wrong(Tx tx, FactorPerson person, Tried tried) {
    return events.failed(tx, person, "wrongCode").replaceWith(() -> CodeReply.wrong(tried.left()));
  }
}
