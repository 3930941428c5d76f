package org.vestibule.auth.outgoing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.vestibule.auth.AuthConfig;

/** Sends waiting messages at least once; while nobody takes them they wait, ever longer. */
final class OutgoingDispatcher<T> {
  private static final Logger LOG = Logger.getLogger(OutgoingDispatcher.class);
  private static final int BATCH = 20;
  private static final int AT_ONCE = 5;
  private static final int MOST_DOUBLINGS = 16;

  private final String kind;
  private final OutgoingStore<T> store;
  private final Carrier<T> carrier;
  private final Clock clock;
  private final AuthConfig.Mail pace;

  OutgoingDispatcher(
      String kind, OutgoingStore<T> store, Carrier<T> carrier, Clock clock, AuthConfig.Mail pace) {
    this.kind = kind;
    this.store = store;
    this.carrier = carrier;
    this.clock = clock;
    this.pace = pace;
  }

  /** Whether there may be more to send. */
  Uni<Boolean> sendBatch() {
    Instant now = clock.instant();
    return store
        .claim(now, now.plus(pace.lease()), BATCH)
        .call(this::sendAll)
        .map(claimed -> claimed.size() == BATCH);
  }

  private Uni<Void> sendAll(List<OutgoingRow> messages) {
    return Multi.createFrom()
        .iterable(messages)
        .onItem()
        .transformToUni(this::send)
        .merge(AT_ONCE)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> send(OutgoingRow message) {
    return message.expiresAt().isBefore(clock.instant())
        ? giveUp(message, "nobody needs it any more")
        : deliver(message)
            .chain(() -> store.settle(message))
            .onFailure(Undeliverable.class)
            .recoverWithUni(refusal -> giveUp(message, refusal.getMessage()))
            .onFailure()
            .recoverWithUni(failure -> postpone(message, failure));
  }

  private Uni<Void> deliver(OutgoingRow message) {
    return Uni.createFrom()
        .deferred(() -> carrier.deliver(message.id(), store.open(message)))
        .ifNoItem()
        .after(pace.timeout())
        .fail();
  }

  private Uni<Void> giveUp(OutgoingRow message, String reason) {
    LOG.warnf(
        "gave up %s %s %s of application %s at attempt %d: %s",
        message.template(),
        kind,
        message.id(),
        message.applicationId(),
        message.attempts(),
        reason);
    return store.remove(message);
  }

  private Uni<Void> postpone(OutgoingRow message, Throwable failure) {
    Duration pause = pause(message.attempts());
    LOG.warnf(
        "%s %s %s of application %s is not out yet (attempt %d, next in %s): %s",
        message.template(),
        kind,
        message.id(),
        message.applicationId(),
        message.attempts(),
        pause,
        failure.getClass().getSimpleName());
    return store.postpone(message, clock.instant().plus(pause));
  }

  private Duration pause(int attempts) {
    Duration doubled = pace.firstRetry().multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
    return doubled.compareTo(pace.longestRetry()) > 0 ? pace.longestRetry() : doubled;
  }
}
