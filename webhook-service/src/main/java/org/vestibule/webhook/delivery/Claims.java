package org.vestibule.webhook.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;
import org.vestibule.webhook.WebhookConfig;

/** Who is executing what. */
@Singleton
class Claims {
  private static final int BATCH = 1_000;
  private static final int TIMEOUTS_UNTIL_LOST = 2;

  private final SqlTransactions transactions;
  private final ClaimRepository claims;
  private final DeliveryRepository deliveries;
  private final EndingRepository endings;
  private final RecordLockRepository locks;
  private final IdSource ids;
  private final Duration longest;

  Claims(
      SqlTransactions transactions,
      ClaimRepository claims,
      DeliveryRepository deliveries,
      EndingRepository endings,
      RecordLockRepository locks,
      IdSource ids,
      WebhookConfig config) {
    this.transactions = transactions;
    this.claims = claims;
    this.deliveries = deliveries;
    this.endings = endings;
    this.locks = locks;
    this.ids = ids;
    this.longest = config.webhook().delivery().attemptTimeout().multipliedBy(TIMEOUTS_UNTIL_LOST);
  }

  Uni<List<DueSubscription>> dueSubscriptions() {
    return transactions.read(claims::dueSubscriptions);
  }

  /** Begins attempts; each belongs to this caller until it ends or counts as lost. */
  Uni<List<Attempt>> begin(List<Allotment> allotments) {
    long now = System.nanoTime();
    return transactions.read(tx -> claims.claim(tx, ids.uuid(), allotments, now));
  }

  /** Ends a batch of what waits for a disabled subscription. */
  Uni<Integer> giveUp(DueSubscription disabled) {
    return transactions.run(
        tx -> deliveries.giveUp(tx, disabled.customerId(), disabled.id(), BATCH));
  }

  /** Gives back attempts whose replica is gone (webhooks.md 9); how many they were. */
  Uni<Integer> recoverLost() {
    return transactions.run(
        tx ->
            claims
                .lost(tx, longest, BATCH)
                .chain(records -> records.isEmpty() ? nothing() : recover(tx, records)));
  }

  private Uni<Integer> recover(Tx tx, List<UUID> records) {
    return locks
        .lock(tx, records)
        .chain(() -> claims.recover(tx, longest, BATCH))
        .call(lost -> endings.release(tx, lost))
        .map(List::size);
  }

  private static Uni<Integer> nothing() {
    return Uni.createFrom().item(0);
  }
}
