package org.vestibule.webhook.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which events a customer wants to have sent where; {@code filter} is null when there is none. */
record Subscription(
    UUID customerId,
    UUID id,
    String title,
    boolean enabled,
    String endpoint,
    List<String> events,
    ObjectNode filter,
    Instant createdAt,
    Instant updatedAt) {

  /** What a client may write of it. */
  SubscriptionDraft draft() {
    return new SubscriptionDraft(title, enabled, endpoint, events, filter);
  }
}
