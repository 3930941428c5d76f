package org.vestibule.auth.exchange;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.vestibule.auth.AuthConfig;
import org.vestibule.auth.events.AuthEvents;
import org.vestibule.auth.exchange.ExchangeRepository.Handed;
import org.vestibule.auth.exchange.ExchangeRepository.KnownCode;
import org.vestibule.auth.token.Lifetimes;
import org.vestibule.platform.capture.caller.Caller;
import org.vestibule.platform.capture.problem.CaptureCode;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.crypto.SecretSource;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Gives tokens for codes, and new tokens for refresh tokens (authentication.md 9). */
@Singleton
class ExchangeService {
  private static final int MOST_MISMATCHES = 5;

  private final ExchangeRepository repository;
  private final RefreshReuse reuse;
  private final SqlTransactions transactions;
  private final AuthEvents events;
  private final SecretSource secrets;
  private final Clock clock;
  private final Duration remember;

  ExchangeService(
      ExchangeRepository repository,
      RefreshReuse reuse,
      SqlTransactions transactions,
      AuthEvents events,
      SecretSource secrets,
      Clock clock,
      AuthConfig config) {
    this.repository = repository;
    this.reuse = reuse;
    this.transactions = transactions;
    this.events = events;
    this.secrets = secrets;
    this.clock = clock;
    this.remember = config.auth().tokens().remember();
  }

  Uni<ExchangedTokens> exchangeCode(Caller caller, String code, String redirectUri) {
    Proof proof = Proof.of(caller.applicationId(), caller.client().id(), code, redirectUri);
    Fresh fresh = draw(caller);
    return transactions
        .run(
            tx ->
                repository
                    .exchangeCode(tx, proof, fresh, remember)
                    .call(handed -> tell(tx, caller, handed)))
        .chain(
            handed ->
                handed.map(it -> handOut(fresh, it)).orElseGet(() -> explain(proof, fresh.now())));
  }

  Uni<ExchangedTokens> refresh(Caller caller, String refreshToken) {
    Proof proof = Proof.of(caller.applicationId(), caller.client().id(), refreshToken, null);
    Fresh fresh = draw(caller);
    return transactions
        .run(
            tx ->
                repository
                    .rotate(tx, proof, fresh, remember)
                    .call(handed -> tell(tx, caller, handed)))
        .chain(
            handed ->
                handed.map(it -> handOut(fresh, it)).orElseGet(() -> refuseRefresh(caller, proof)));
  }

  private Uni<Void> tell(Tx tx, Caller caller, Optional<Handed> handed) {
    return handed
        .map(
            it ->
                events
                    .tokenIssued(
                        caller.applicationId(), it.entityType(), it.record(), caller.context())
                    .chain(told -> told.in(tx))
                    .replaceWithVoid())
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Fresh draw(Caller caller) {
    Lifetimes lifetimes = Lifetimes.of(caller.client()::setting);
    return Fresh.draw(secrets, lifetimes, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private static Uni<ExchangedTokens> handOut(Fresh fresh, Handed handed) {
    return Uni.createFrom().item(fresh.handedOut(handed.transactionState()));
  }

  private Uni<ExchangedTokens> explain(Proof proof, Instant now) {
    return transactions
        .read(tx -> repository.findCode(tx, proof))
        .chain(
            found ->
                found
                    .map(code -> explain(proof, code, now))
                    .orElseGet(ExchangeService::invalidCode));
  }

  private Uni<ExchangedTokens> explain(Proof proof, KnownCode code, Instant now) {
    if (code.isUsed()) {
      return invalidCode();
    }
    if (code.isRevoked()) {
      return CaptureProblem.of(
              CaptureCode.NO_ACCESS_GRANT, "no access grant for this authorization_code")
          .fail();
    }
    if (!code.expiresAt().isAfter(now)) {
      return CaptureProblem.authorizationCodeExpired().fail();
    }
    return code.redirectUri().equals(proof.redirectUri())
        ? invalidCode()
        : mismatch(proof, code, now);
  }

  private Uni<ExchangedTokens> mismatch(Proof proof, KnownCode code, Instant now) {
    return transactions
        .read(tx -> repository.countMismatch(tx, proof, MOST_MISMATCHES, now))
        .chain(
            () ->
                CaptureProblem.redirectUriMismatch(code.redirectUri(), proof.redirectUri()).fail());
  }

  private Uni<ExchangedTokens> refuseRefresh(Caller caller, Proof proof) {
    return reuse.punish(caller, proof).chain(() -> invalid("refresh_token"));
  }

  private static Uni<ExchangedTokens> invalidCode() {
    return invalid("authorization_code");
  }

  private static Uni<ExchangedTokens> invalid(String name) {
    return CaptureProblem.of(CaptureCode.INVALID_ARGUMENT, name + " is not valid")
        .with("argument_name", name)
        .fail();
  }
}
