package org.vestibule.webhook.delivery;

import java.util.UUID;

/** How many deliveries of a subscription may be taken now. */
record Allotment(UUID subscription, int room) {}
