package org.vestibule.auth.creation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vestibule.auth.AuthConfig;
import org.vestibule.auth.creation.CreationClaim.Outcome;
import org.vestibule.auth.upstream.AccountClient;
import org.vestibule.auth.upstream.AccountQuery;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.crypto.SecretSource;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.sql.SqlTransactions;

/**
 * Issues tokens that create one record each. entity-service claims a token when the record is
 * written but not committed, and confirms it afterwards; a claim that neither came to a record nor
 * was confirmed is free again after a minute.
 */
@Singleton
public class CreationTokenService {
  /** Far above the time that a transaction of entity-service may take. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final CreationTokenRepository repository;
  private final AccountClient accounts;
  private final SqlTransactions transactions;
  private final SecretSource secrets;
  private final Clock clock;
  private final Duration remember;

  CreationTokenService(
      CreationTokenRepository repository,
      AccountClient accounts,
      SqlTransactions transactions,
      SecretSource secrets,
      Clock clock,
      AuthConfig config) {
    this.repository = repository;
    this.accounts = accounts;
    this.transactions = transactions;
    this.secrets = secrets;
    this.clock = clock;
    this.remember = config.auth().tokens().remember();
  }

  Uni<String> issue(ClientView client, String entityType, Duration lifetime) {
    String token = secrets.token();
    Instant now = clock.instant();
    Instant end = now.plus(lifetime);
    CreationTokenRow row =
        new CreationTokenRow(
            client.applicationId(),
            client.customerId(),
            client.id(),
            entityType,
            end,
            null,
            null,
            false);
    return transactions
        .read(tx -> repository.insert(tx, row, Digests.sha256(token), now, end.plus(remember)))
        .replaceWith(token);
  }

  /** A token that is not used up, expired ones included. */
  Uni<Optional<CreationTokenRow>> find(byte[] hash) {
    return transactions
        .read(tx -> repository.find(tx, hash))
        .map(found -> found.filter(it -> !it.isConfirmed()));
  }

  Uni<Outcome> claim(CreationClaim claim, CallContext context) {
    Instant now = clock.instant();
    return transactions
        .read(tx -> repository.claim(tx, claim, null, now))
        .chain(won -> won ? done(Outcome.claimed) : explain(claim, now, context));
  }

  private Uni<Outcome> explain(CreationClaim claim, Instant now, CallContext context) {
    return transactions
        .read(tx -> repository.find(tx, claim.hash()))
        .map(found -> found.filter(it -> it.applicationId().equals(claim.applicationId())))
        .chain(
            found ->
                found
                    .map(token -> explain(claim, token, now, context))
                    .orElseGet(() -> done(Outcome.taken)));
  }

  private Uni<Outcome> explain(
      CreationClaim claim, CreationTokenRow token, Instant now, CallContext context) {
    if (token.isConfirmed()) {
      return done(Outcome.taken);
    }
    if (token.isExpired(now)) {
      return done(Outcome.expired);
    }
    return token.isLeftBehind(now.minus(LEASE))
        ? takeOver(claim, token, now, context)
        : done(Outcome.taken);
  }

  private Uni<Outcome> takeOver(
      CreationClaim claim, CreationTokenRow token, Instant now, CallContext context) {
    AccountQuery query = AccountQuery.byUuid(token.record());
    return accounts
        .find(claim.applicationId(), token.entityType(), query, context)
        .chain(
            found ->
                found.isPresent()
                    ? confirm(
                            new CreationClaim(claim.applicationId(), claim.hash(), token.record()))
                        .chain(() -> done(Outcome.taken))
                    : transactions
                        .read(tx -> repository.claim(tx, claim, token.record(), now))
                        .map(won -> won ? Outcome.claimed : Outcome.taken));
  }

  Uni<Void> confirm(CreationClaim claim) {
    return transactions.read(tx -> repository.confirm(tx, claim, clock.instant()));
  }

  private static Uni<Outcome> done(Outcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
