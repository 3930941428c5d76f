package org.vestibule.auth.renewal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.vestibule.auth.AuthConfig;
import org.vestibule.auth.events.AuthEvents;
import org.vestibule.auth.token.Lifetimes;
import org.vestibule.platform.capture.caller.Caller;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.crypto.SecretSource;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** The tokens that can be renewed, and their successors. */
@Singleton
class Renewals {
  private final RenewalRepository repository;
  private final SqlTransactions transactions;
  private final AuthEvents events;
  private final Keyring keyring;
  private final SecretSource secrets;
  private final Clock clock;
  private final Duration remember;

  Renewals(
      RenewalRepository repository,
      SqlTransactions transactions,
      AuthEvents events,
      Keyring keyring,
      SecretSource secrets,
      Clock clock,
      AuthConfig config) {
    this.repository = repository;
    this.transactions = transactions;
    this.events = events;
    this.keyring = keyring;
    this.secrets = secrets;
    this.clock = clock;
    this.remember = config.auth().tokens().remember();
  }

  /** The token that is shown; 413 when nobody issued it in this application. */
  Uni<RenewableRow> find(Caller caller, RenewalRequest asked) {
    return transactions
        .read(tx -> repository.find(tx, caller.applicationId(), asked.tokenHash()))
        .map(found -> found.orElseThrow(() -> CaptureProblem.noAccessGrant().exception()));
  }

  /** What the client signs with, if it made a secret when the grant was made. */
  Optional<String> secret(RenewableRow shown) {
    return shown
        .sealedSecret()
        .map(it -> keyring.open("access_grant", "refresh_secret", shown.grant().toString(), it));
  }

  /** Refuses what was revoked, or not renewed for longer than the client's setting lets it rest. */
  void requireRenewable(Caller caller, RenewableRow shown) {
    Duration limit = Lifetimes.of(caller.client()::setting).refresh();
    if (shown.isRevoked() || !shown.issuedAt().plus(limit).isAfter(clock.instant())) {
      throw CaptureProblem.accessTokenExpired().exception();
    }
  }

  Uni<String> renew(Caller caller, RenewableRow shown) {
    String fresh = secrets.token();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    RenewalTimes times = RenewalTimes.at(now, Lifetimes.of(caller.client()::setting), remember);
    byte[] hash = Digests.sha256(fresh);
    return transactions
        .run(
            tx ->
                repository
                    .renew(tx, caller.applicationId(), shown, hash, times)
                    .invoke(Renewals::requireKept)
                    .chain(() -> tell(tx, caller, shown)))
        .replaceWith(fresh);
  }

  private static void requireKept(boolean isKept) {
    if (!isKept) {
      throw CaptureProblem.accessTokenExpired().exception();
    }
  }

  private Uni<Void> tell(Tx tx, Caller caller, RenewableRow shown) {
    return events
        .tokenIssued(caller.applicationId(), shown.entityType(), shown.record(), caller.context())
        .chain(told -> told.in(tx))
        .replaceWithVoid();
  }
}
