package org.vestibule.hosted.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.offload.Offload;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.Tx;

/** Replaces the RS256 keys of one customer: the next one signs, a fresh one is published. */
@Singleton
class KeyRotation {
  private static final CallContext PLATFORM = CallContext.platform("key-rotation");

  private final SigningKeyRepository repository;
  private final SigningKeys keys;
  private final PublishedKeys published;
  private final Offload offload;
  private final EventFactory events;
  private final Outbox outbox;
  private final Clock clock;

  KeyRotation(
      SigningKeyRepository repository,
      SigningKeys keys,
      PublishedKeys published,
      Offload offload,
      EventFactory events,
      Outbox outbox,
      Clock clock) {
    this.repository = repository;
    this.keys = keys;
    this.published = published;
    this.offload = offload;
    this.events = events;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** True where this transaction did it; the others that tried find nothing to do. */
  Uni<Boolean> rotate(Tx tx, UUID customerId, RotationLimits limits) {
    return repository
        .forgetPrevious(tx, customerId, limits)
        .call(won -> won ? advance(tx, customerId) : Uni.createFrom().voidItem());
  }

  private Uni<Void> advance(Tx tx, UUID customerId) {
    tx.afterCommit(() -> published.drop(customerId));
    Instant now = clock.instant();
    return repository
        .advance(tx, customerId, now)
        .chain(() -> offload.io(() -> keys.next(customerId)))
        .chain(next -> repository.insert(tx, List.of(next)))
        .chain(() -> repository.current(tx, customerId, KeyAlgorithm.RS256))
        .map(Optional::orElseThrow)
        .chain(current -> tell(tx, customerId, current));
  }

  private Uni<Void> tell(Tx tx, UUID customerId, SigningKey current) {
    ObjectNode members = Json.object().put("kid", current.kid).put("algorithm", current.algorithm);
    EventFactory.Subject subject = new EventFactory.Subject(current.kid, members);
    return outbox.append(
        tx, events.ofCustomer("login-events", "key-rotated", customerId, subject, PLATFORM));
  }
}
