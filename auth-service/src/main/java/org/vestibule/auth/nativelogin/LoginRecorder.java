package org.vestibule.auth.nativelogin;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.auth.attempt.AttemptService;
import org.vestibule.auth.nativecall.LoginFailures;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.social.HeldToken;
import org.vestibule.auth.social.SocialTokenService;
import org.vestibule.auth.token.Issue;
import org.vestibule.auth.token.IssuedTokens;
import org.vestibule.auth.token.TokenService;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;
import org.vestibule.platform.sql.Write;

/** Writes how a sign-in ended: tokens and event together, or the event of a refusal alone. */
@Singleton
class LoginRecorder {
  private final SqlTransactions transactions;
  private final TokenService tokens;
  private final SocialTokenService socialTokens;
  private final AttemptService attempts;
  private final LoginFailures failures;
  private final EventFactory events;
  private final Outbox outbox;

  LoginRecorder(
      SqlTransactions transactions,
      TokenService tokens,
      SocialTokenService socialTokens,
      AttemptService attempts,
      LoginFailures failures,
      EventFactory events,
      Outbox outbox) {
    this.transactions = transactions;
    this.tokens = tokens;
    this.socialTokens = socialTokens;
    this.attempts = attempts;
    this.failures = failures;
    this.events = events;
    this.outbox = outbox;
  }

  Uni<IssuedTokens> succeeded(LoginAttempt attempt, UUID record) {
    Issue issue =
        tokens
            .issuing(attempt.call().order(record))
            .and(attempts.noting(attempt.counted(), record))
            .and(outbox.telling(success(attempt.call(), record, "traditional")));
    return attempt
        .merge()
        .map(merge -> merged(merge, issue.write()))
        .orElseGet(() -> transactions.write(issue.write()).replaceWithVoid())
        .replaceWith(issue.tokens());
  }

  private Uni<Void> merged(HeldToken merge, Write write) {
    return transactions.run(tx -> socialTokens.consume(tx, merge).call(() -> write.in(tx)));
  }

  Uni<IssuedTokens> succeeded(SocialAttempt attempt, UUID record) {
    Issue issue =
        tokens
            .issuing(attempt.call().order(record))
            .and(outbox.telling(success(attempt.call(), record, "social")));
    return transactions
        .run(tx -> succeeded(tx, attempt, issue.write()))
        .replaceWith(issue.tokens());
  }

  /** Nobody waits for the other: all statements are sent at once. */
  private Uni<Void> succeeded(Tx tx, SocialAttempt attempt, Write write) {
    return Uni.combine()
        .all()
        .unis(
            socialTokens.consume(tx, attempt.held()),
            socialTokens.consumeAny(tx, attempt.merge()),
            write.in(tx))
        .discardItems();
  }

  private Event success(NativeCall call, UUID record, String method) {
    return events.ofAccess(
        "login-succeeded", call.record(record), Map.of("method", method), call.context());
  }

  Uni<Void> deactivated(NativeCall call, UUID record) {
    return write(outbox.telling(failures.event(call, Optional.of(record), "accountDeactivated")));
  }

  /**
   * A known and an unknown record take the same statement, so that nobody can time a difference.
   */
  Uni<Void> failed(LoginAttempt attempt, Optional<UUID> record, String reason) {
    return write(
        attempts
            .noting(attempt.counted(), record.orElse(null))
            .and(outbox.telling(failures.event(attempt.call(), record, reason))));
  }

  private Uni<Void> write(Write write) {
    return transactions.write(write).replaceWithVoid();
  }
}
