package org.vestibule.auth.nativelogin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.auth.attempt.AttemptService;
import org.vestibule.auth.nativecall.LoginFailures;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.social.SocialTokenService;
import org.vestibule.auth.token.IssuedTokens;
import org.vestibule.auth.token.TokenService;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Writes how a sign-in ended: tokens and event together, or the event of a refusal alone. */
@ApplicationScoped
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
    Event event = success(attempt.call(), record, "traditional");
    return transactions.run(tx -> succeeded(tx, attempt, record, event));
  }

  /** Nobody waits for the other: all statements are sent at once. */
  private Uni<IssuedTokens> succeeded(Tx tx, LoginAttempt attempt, UUID record, Event event) {
    return Uni.combine()
        .all()
        .unis(
            tokens.issue(tx, attempt.call().order(record)),
            attempts.note(tx, attempt.counted(), record),
            socialTokens.consumeAny(tx, attempt.merge()),
            outbox.append(tx, event))
        .with((issued, noted, consumed, told) -> issued);
  }

  Uni<IssuedTokens> succeeded(SocialAttempt attempt, UUID record) {
    Event event = success(attempt.call(), record, "social");
    return transactions.run(tx -> succeeded(tx, attempt, record, event));
  }

  private Uni<IssuedTokens> succeeded(Tx tx, SocialAttempt attempt, UUID record, Event event) {
    return Uni.combine()
        .all()
        .unis(
            tokens.issue(tx, attempt.call().order(record)),
            socialTokens.consume(tx, attempt.held()),
            socialTokens.consumeAny(tx, attempt.merge()),
            outbox.append(tx, event))
        .with((issued, consumed, merged, told) -> issued);
  }

  private Event success(NativeCall call, UUID record, String method) {
    return events.ofAccess(
        "login-succeeded", call.record(record), Map.of("method", method), call.context());
  }

  Uni<Void> deactivated(NativeCall call, UUID record) {
    Event event = failures.event(call, Optional.of(record), "accountDeactivated");
    return transactions.run(tx -> outbox.append(tx, event));
  }

  /**
   * A known and an unknown record take the same statements, so that nobody can time a difference.
   */
  Uni<Void> failed(LoginAttempt attempt, Optional<UUID> record, String reason) {
    Event event = failures.event(attempt.call(), record, reason);
    return transactions.run(tx -> failed(tx, attempt, record, event));
  }

  private Uni<Void> failed(Tx tx, LoginAttempt attempt, Optional<UUID> record, Event event) {
    return attempts
        .note(tx, attempt.counted(), record.orElse(null))
        .chain(() -> outbox.append(tx, event));
  }
}
