package org.vestibule.webhook.delivery;

import java.util.UUID;
import org.vestibule.webhook.event.RecordEvent;

/**
 * A delivery that this replica is executing. {@code number} counts all attempts, {@code ofSchedule}
 * those of the current schedule; {@code token} is null before the notification is signed.
 */
record Attempt(
    UUID subscriptionId,
    UUID claimId,
    int number,
    int ofSchedule,
    String host,
    String endpoint,
    String token,
    RecordEvent event,
    long position,
    long claimedNanos) {

  UUID customerId() {
    return event.customerId();
  }

  Attempt with(String signed) {
    return new Attempt(
        subscriptionId,
        claimId,
        number,
        ofSchedule,
        host,
        endpoint,
        signed,
        event,
        position,
        claimedNanos);
  }
}
