package org.vestibule.webhook.delivery;

import java.util.UUID;

/** An attempt with the token that was just signed for it; {@code id} is the claim {@code jti}. */
record Notification(UUID id, Attempt attempt) {}
