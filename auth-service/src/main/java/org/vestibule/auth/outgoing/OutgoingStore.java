package org.vestibule.auth.outgoing;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Keeps messages sealed while they wait: what they say is as good as a password. */
final class OutgoingStore<T> {
  private static final String COLUMN = "content";

  private final String table;
  private final Class<T> type;
  private final OutgoingReceipt receipt;
  private final OutgoingRepository repository;
  private final SqlTransactions transactions;
  private final Keyring keyring;

  OutgoingStore(
      String table,
      Class<T> type,
      OutgoingReceipt receipt,
      SqlTransactions transactions,
      Keyring keyring) {
    this.table = table;
    this.type = type;
    this.receipt = receipt;
    this.repository = new OutgoingRepository(table);
    this.transactions = transactions;
    this.keyring = keyring;
  }

  Uni<Void> insert(Tx tx, UUID id, OutgoingMessage<T> message, Instant now) {
    String sealed = keyring.seal(table, COLUMN, id.toString(), Json.write(message.content()));
    OutgoingRow row =
        new OutgoingRow(
            id,
            message.applicationId(),
            message.customerId(),
            message.template(),
            sealed,
            0,
            message.expiresAt());
    return repository.insert(tx, message.applicationId(), row, now);
  }

  Uni<List<OutgoingRow>> claim(Instant now, Instant leaseEnd, int limit) {
    return transactions.read(tx -> repository.claim(tx, now, leaseEnd, limit));
  }

  T open(OutgoingRow row) {
    String json = keyring.open(table, COLUMN, row.id().toString(), row.sealedContent());
    return Json.read(json, type);
  }

  /** Forgets a message that is out, and writes its receipt. */
  Uni<Void> settle(OutgoingRow row) {
    return transactions.run(
        tx -> repository.delete(tx, row).chain(() -> receipt.write(tx, row.sent())));
  }

  Uni<Void> remove(OutgoingRow row) {
    return transactions.read(tx -> repository.delete(tx, row));
  }

  Uni<Void> postpone(OutgoingRow row, Instant next) {
    return transactions.read(tx -> repository.postpone(tx, row, next));
  }
}
