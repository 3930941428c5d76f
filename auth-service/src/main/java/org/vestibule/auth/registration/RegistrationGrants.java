package org.vestibule.auth.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.nativecall.NativeSession;
import org.vestibule.auth.social.HeldToken;
import org.vestibule.auth.social.SocialTokenService;
import org.vestibule.auth.token.Issue;
import org.vestibule.auth.token.TokenService;
import org.vestibule.auth.upstream.Account;
import org.vestibule.auth.upstream.RegistrationResult.Created;
import org.vestibule.auth.verification.VerificationService;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;
import org.vestibule.platform.sql.Write;

/**
 * What somebody gets whose record was just made. From here on the record exists: whatever fails,
 * the user signs in with it.
 */
@Singleton
class RegistrationGrants {
  private final TokenService tokens;
  private final SocialTokenService socialTokens;
  private final VerificationService verification;
  private final SqlTransactions transactions;
  private final Outbox outbox;
  private final EventFactory events;

  RegistrationGrants(
      TokenService tokens,
      SocialTokenService socialTokens,
      VerificationService verification,
      SqlTransactions transactions,
      Outbox outbox,
      EventFactory events) {
    this.tokens = tokens;
    this.socialTokens = socialTokens;
    this.verification = verification;
    this.transactions = transactions;
    this.outbox = outbox;
    this.events = events;
  }

  /**
   * Tokens, the mail that verifies the address, and the event, or nothing of it.
   *
   * @param social the identity that the person came with
   */
  Uni<NativeSession> grant(NativeCall call, Created created, Optional<HeldToken> social) {
    Account account = new Account(created.recordUuid(), true, (ObjectNode) created.profile());
    Issue issue =
        tokens
            .issuing(call.order(account.uuid()))
            .and(outbox.telling(event(call, account, social)));
    return transactions
        .run(tx -> grant(tx, call, account, social, issue.write()))
        .replaceWith(() -> new NativeSession(created.profile(), issue.tokens()));
  }

  private Uni<Integer> grant(
      Tx tx, NativeCall call, Account account, Optional<HeldToken> social, Write granted) {
    return socialTokens
        .consumeAny(tx, social)
        .chain(() -> mail(tx, call, account))
        .chain(() -> granted.in(tx));
  }

  private Uni<Void> mail(Tx tx, NativeCall call, Account account) {
    return account.isEmailVerified()
        ? Uni.createFrom().voidItem()
        : verification.mail(tx, call, account);
  }

  private Event event(NativeCall call, Account account, Optional<HeldToken> social) {
    String method = social.isPresent() ? "social" : "traditional";
    return events.ofAccess(
        "registration-succeeded",
        call.record(account.uuid()),
        Map.of("method", method),
        call.context());
  }
}
