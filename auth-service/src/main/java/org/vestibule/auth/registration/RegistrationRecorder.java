package org.vestibule.auth.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.token.IssuedTokens;
import org.vestibule.auth.token.TokenService;
import org.vestibule.auth.upstream.Account;
import org.vestibule.auth.upstream.RegistrationResult.Created;
import org.vestibule.auth.verification.VerificationService;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Writes what a registration leads to: tokens, verification mail and event, all or nothing. */
@ApplicationScoped
class RegistrationRecorder {
  private final SqlTransactions transactions;
  private final TokenService tokens;
  private final VerificationService verification;
  private final EventFactory events;
  private final Outbox outbox;

  RegistrationRecorder(
      SqlTransactions transactions,
      TokenService tokens,
      VerificationService verification,
      EventFactory events,
      Outbox outbox) {
    this.transactions = transactions;
    this.tokens = tokens;
    this.verification = verification;
    this.events = events;
    this.outbox = outbox;
  }

  Uni<IssuedTokens> succeeded(NativeCall call, Created created) {
    Event event =
        events.ofAccess(
            "registration-succeeded", call.record(created.recordUuid()), null, call.context());
    return transactions.run(
        tx ->
            tokens
                .issue(tx, call.order(created.recordUuid()))
                .call(() -> mail(tx, call, created))
                .call(() -> outbox.append(tx, event)));
  }

  private Uni<Void> mail(Tx tx, NativeCall call, Created created) {
    Account account = new Account(created.recordUuid(), true, (ObjectNode) created.profile());
    return account.isEmailVerified()
        ? Uni.createFrom().voidItem()
        : verification.mail(tx, call, account);
  }
}
