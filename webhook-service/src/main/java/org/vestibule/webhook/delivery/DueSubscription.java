package org.vestibule.webhook.delivery;

import java.util.UUID;

/** A subscription with something to send now. */
record DueSubscription(UUID customerId, UUID id, String host, boolean enabled) {}
