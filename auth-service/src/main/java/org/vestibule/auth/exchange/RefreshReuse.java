package org.vestibule.auth.exchange;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.vestibule.auth.exchange.ExchangeRepository.Reused;
import org.vestibule.auth.grant.GrantService;
import org.vestibule.platform.capture.caller.Caller;
import org.vestibule.platform.capture.directory.ConfigDirectory;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.sql.SqlTransactions;

/**
 * Ends a client's access to a record when one of its refresh tokens comes a second time: somebody
 * else may have it. A repeat within moments is taken for a lost reply and ends nothing.
 */
@Singleton
class RefreshReuse {
  private static final Duration LOST_REPLY = Duration.ofSeconds(30);

  private final ExchangeRepository repository;
  private final GrantService grants;
  private final ConfigDirectory directory;
  private final SqlTransactions transactions;
  private final Clock clock;

  RefreshReuse(
      ExchangeRepository repository,
      GrantService grants,
      ConfigDirectory directory,
      SqlTransactions transactions,
      Clock clock) {
    this.repository = repository;
    this.grants = grants;
    this.directory = directory;
    this.transactions = transactions;
    this.clock = clock;
  }

  Uni<Void> punish(Caller caller, Proof proof) {
    return caller.client().booleanSetting("refresh_reuse_revokes_grant", true)
        ? transactions
            .read(tx -> repository.findReused(tx, proof, clock.instant().minus(LOST_REPLY)))
            .chain(
                found ->
                    found
                        .map(reused -> revoke(caller, reused))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> revoke(Caller caller, Reused reused) {
    return directory
        .application(caller.applicationId())
        .map(found -> found.orElseThrow())
        .map(application -> RecordRef.of(application, reused.entityType(), reused.record()))
        .chain(
            record ->
                transactions.run(
                    tx -> grants.revokeOfClient(tx, record, reused.grant(), caller.context())))
        .replaceWithVoid();
  }
}
