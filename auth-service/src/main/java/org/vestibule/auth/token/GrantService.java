package org.vestibule.auth.token;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.vestibule.auth.AuthConfig;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.Tx;

/** Makes and ends access grants; tokens and codes live and die with theirs. */
@ApplicationScoped
public class GrantService {
  private final GrantRepository grants;
  private final Outbox outbox;
  private final EventFactory events;
  private final Keyring keyring;
  private final IdSource ids;
  private final Clock clock;
  private final Duration remember;

  GrantService(
      GrantRepository grants,
      Outbox outbox,
      EventFactory events,
      Keyring keyring,
      IdSource ids,
      Clock clock,
      AuthConfig config) {
    this.grants = grants;
    this.outbox = outbox;
    this.events = events;
    this.keyring = keyring;
    this.ids = ids;
    this.clock = clock;
    this.remember = config.auth().tokens().remember();
  }

  Uni<UUID> create(Tx tx, GrantOrder order, Instant now) {
    UUID id = ids.uuid();
    String sealed = order.refreshSecret().map(secret -> seal(id, secret)).orElse(null);
    Instant forgetAt = now.plus(longest(order)).plus(remember);
    GrantRow row = new GrantRow(id, order.grantee(), sealed, now, forgetAt);
    return grants.insert(tx, row).replaceWith(id);
  }

  /** Ends everything that was granted for a record and says so, even when there was nothing. */
  public Uni<Integer> revoke(Tx tx, RecordRef record, CallContext context) {
    return grants
        .revoke(tx, record.applicationId(), record.entityType(), record.uuid(), clock.instant())
        .call(() -> outbox.append(tx, events.ofAccess("token-revoked", record, null, context)));
  }

  /** Removes what was granted for a record that no longer exists. */
  public Uni<Integer> remove(Tx tx, String applicationId, String entityType, UUID recordUuid) {
    return grants.delete(tx, applicationId, entityType, recordUuid);
  }

  private String seal(UUID grant, String refreshSecret) {
    return keyring.seal("access_grant", "refresh_secret", grant.toString(), refreshSecret);
  }

  private static Duration longest(GrantOrder order) {
    Lifetimes lifetimes = order.lifetimes();
    Duration longest = longer(lifetimes.accessToken(), lifetimes.code());
    return order.refreshSecret().isPresent() ? longer(longest, lifetimes.refresh()) : longest;
  }

  private static Duration longer(Duration left, Duration right) {
    return left.compareTo(right) > 0 ? left : right;
  }
}
