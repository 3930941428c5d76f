package org.vestibule.webhook.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.vestibule.webhook.WebhookConfig;

/**
 * Carries attempts from their claim to their end; those of one customer wait for no other's key.
 */
@Singleton
class Outgoing {
  private static final Logger LOG = Logger.getLogger(Outgoing.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Notifications notifications;
  private final Courier courier;
  private final Judgement judgement;
  private final Endings endings;
  private final long longestWaitNanos;

  Outgoing(
      Notifications notifications,
      Courier courier,
      Judgement judgement,
      Endings endings,
      WebhookConfig config) {
    this.notifications = notifications;
    this.courier = courier;
    this.judgement = judgement;
    this.endings = endings;
    this.longestWaitNanos = config.webhook().delivery().attemptTimeout().toNanos();
  }

  /** Begins all of them; every one ends in {@link Endings}. */
  void send(List<Attempt> attempts) {
    attempts.stream()
        .collect(Collectors.groupingBy(Attempt::customerId))
        .forEach(this::sendOfCustomer);
  }

  private void sendOfCustomer(UUID customerId, List<Attempt> attempts) {
    notifications
        .signed(customerId, attempts)
        .subscribe()
        .with(signed -> signed.forEach(this::send), failure -> putBack(attempts, failure));
  }

  private void send(Attempt attempt) {
    if (System.nanoTime() - attempt.claimedNanos() > longestWaitNanos) {
      // Soon this claim counts as lost; what begins now might be sent by two.
      endings.add(Ending.undone(attempt, PAUSE));
      return;
    }
    courier
        .deliver(attempt)
        .subscribe()
        .with(
            answer -> endings.add(judgement.of(attempt, answer)),
            failure -> putBack(List.of(attempt), failure));
  }

  private void putBack(List<Attempt> attempts, Throwable failure) {
    LOG.warnf("%d notifications wait for %s: %s", attempts.size(), PAUSE, failure);
    attempts.forEach(it -> endings.add(Ending.undone(it, PAUSE)));
  }
}
