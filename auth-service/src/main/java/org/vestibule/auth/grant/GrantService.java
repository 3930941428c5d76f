package org.vestibule.auth.grant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.auth.grant.KeptTokenRepository.KeptToken;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.Tx;

/** Ends access grants; tokens and codes die with theirs. */
@Singleton
public class GrantService {
  /** Longer than an event may be late. */
  private static final Duration REMEMBER_KEPT = Duration.ofDays(8);

  private final GrantRepository grants;
  private final KeptTokenRepository kept;
  private final Outbox outbox;
  private final EventFactory events;
  private final IdSource ids;
  private final Clock clock;

  GrantService(
      GrantRepository grants,
      KeptTokenRepository kept,
      Outbox outbox,
      EventFactory events,
      IdSource ids,
      Clock clock) {
    this.grants = grants;
    this.kept = kept;
    this.outbox = outbox;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** Ends everything that was granted for a record and says so, even when there was nothing. */
  public Uni<Integer> revoke(Tx tx, RecordRef record, CallContext context) {
    Instant now = clock.instant();
    return grants
        .revoke(tx, new Revocation(record, now), null, now)
        .call(() -> tell(tx, record, context));
  }

  /** The same for what was granted until an instant. */
  public Uni<Integer> revoke(Tx tx, Revocation what, CallContext context) {
    return grants
        .revoke(tx, what, null, clock.instant())
        .call(() -> tell(tx, what.record(), context));
  }

  /**
   * Marks the token that is about to change a password in the request of this context; the SHA-256
   * of the address that a mail has proved to its grant, if any.
   */
  public Uni<Optional<String>> keep(
      Tx tx, String applicationId, byte[] tokenHash, CallContext context) {
    Instant forgetAt = clock.instant().plus(REMEMBER_KEPT);
    return kept.keep(tx, applicationId, context.correlationId(), tokenHash, forgetAt);
  }

  /**
   * Ends everything that was granted until a password changed, but the token that was kept for the
   * request; however often it is called.
   */
  public Uni<Integer> revokeOthers(Tx tx, Revocation what, CallContext context) {
    String applicationId = what.record().applicationId();
    return kept.lock(tx, applicationId, context.correlationId())
        .chain(
            found ->
                found
                    .map(token -> ownGrant(tx, applicationId, token, context))
                    .orElseGet(() -> Uni.createFrom().nullItem()))
        .chain(own -> grants.revoke(tx, what, own, clock.instant()))
        .call(count -> tellOf(count, tx, what, context));
  }

  private Uni<UUID> ownGrant(Tx tx, String applicationId, KeptToken token, CallContext context) {
    return token
        .grant()
        .map(grant -> Uni.createFrom().item(grant))
        .orElseGet(() -> newGrant(tx, applicationId, token, context));
  }

  private Uni<UUID> newGrant(Tx tx, String applicationId, KeptToken token, CallContext context) {
    UUID grant = ids.uuid();
    return kept.move(
            tx, applicationId, context.correlationId(), token.tokenHash(), grant, clock.instant())
        .replaceWith(grant);
  }

  /** Ends what the client of a grant was granted for its record, as after a stolen token. */
  public Uni<Integer> revokeOfClient(Tx tx, RecordRef record, UUID grant, CallContext context) {
    return grants
        .revokeOfClient(tx, record.applicationId(), grant, clock.instant())
        .call(() -> tell(tx, record, context));
  }

  /** Removes what was granted for a record that no longer exists. */
  public Uni<Integer> remove(Tx tx, String applicationId, String entityType, UUID recordUuid) {
    return grants.delete(tx, applicationId, entityType, recordUuid);
  }

  private Uni<Void> tellOf(int count, Tx tx, Revocation what, CallContext context) {
    return count == 0 ? Uni.createFrom().voidItem() : tell(tx, what.record(), context);
  }

  private Uni<Void> tell(Tx tx, RecordRef record, CallContext context) {
    return outbox.append(tx, events.ofAccess("token-revoked", record, context));
  }
}
