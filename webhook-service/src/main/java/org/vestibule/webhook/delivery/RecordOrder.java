package org.vestibule.webhook.delivery;

import java.util.UUID;

/** The events of one record for one subscription, which are first attempted in their order. */
record RecordOrder(UUID subscriptionId, UUID recordUuid) {}
