package org.vestibule.auth.nativecall;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.auth.form.FormField;
import org.vestibule.auth.upstream.Account;
import org.vestibule.auth.upstream.AccountClient;
import org.vestibule.auth.upstream.AccountQuery;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.SqlTransactions;

/**
 * Tells of attempts that were too many, and at whose account. The reply is the same and costs the
 * same, whether there is one or not.
 */
@Singleton
class LockOuts {
  private static final String REASON = "attemptsExceeded";
  private static final int LONGEST_IDENTIFIER = 1024;

  private final AccountClient accounts;
  private final LoginFailures failures;
  private final SqlTransactions transactions;
  private final Outbox outbox;

  LockOuts(
      AccountClient accounts, LoginFailures failures, SqlTransactions transactions, Outbox outbox) {
    this.accounts = accounts;
    this.failures = failures;
    this.transactions = transactions;
    this.outbox = outbox;
  }

  /** For somebody who is known by what was typed into a field. */
  Uni<Void> tell(NativeCall call, FormField field, String typed) {
    return find(call, field, typed).chain(record -> tell(call, record));
  }

  /** For a record that is known, or for nobody. */
  Uni<Void> tell(NativeCall call, Optional<UUID> record) {
    Event event = failures.event(call, record, REASON);
    return transactions.write(outbox.telling(event)).replaceWithVoid();
  }

  private Uni<Optional<UUID>> find(NativeCall call, FormField field, String typed) {
    return typed == null || typed.length() > LONGEST_IDENTIFIER
        ? Uni.createFrom().item(Optional.empty())
        : record(call, AccountQuery.byIdentifier(call.form().attributeOf(field, typed), typed));
  }

  /** Empty also when it cannot be found out now. */
  private Uni<Optional<UUID>> record(NativeCall call, AccountQuery query) {
    return accounts
        .find(call.applicationId(), call.entityType(), query, call.context())
        .map(found -> found.map(Account::uuid))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }
}
