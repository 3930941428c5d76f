package org.vestibule.auth.nativelogin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.auth.upstream.Account;
import org.vestibule.auth.upstream.AccountClient;
import org.vestibule.auth.upstream.AccountQuery;

/**
 * Finds out whose account too many attempts were made at, so that the event can name it. The reply
 * is the same and costs the same, whether there is one or not.
 */
@ApplicationScoped
class LockedAccounts {
  private static final int LONGEST_IDENTIFIER = 1024;

  private final AccountClient accounts;

  LockedAccounts(AccountClient accounts) {
    this.accounts = accounts;
  }

  /** The record; empty also when it cannot be found out now. */
  Uni<Optional<UUID>> find(LoginAttempt attempt) {
    String identifier = attempt.counted().identifier();
    return identifier == null || identifier.length() > LONGEST_IDENTIFIER
        ? Uni.createFrom().item(Optional.empty())
        : find(attempt, identifier);
  }

  private Uni<Optional<UUID>> find(LoginAttempt attempt, String identifier) {
    String attribute = attempt.form().attributeOf(attempt.user(), identifier);
    return accounts
        .find(
            attempt.call().applicationId(),
            attempt.call().entityType(),
            AccountQuery.byIdentifier(attribute, identifier),
            attempt.call().context())
        .map(found -> found.map(Account::uuid))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }
}
