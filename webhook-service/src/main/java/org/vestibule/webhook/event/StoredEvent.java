package org.vestibule.webhook.event;

import java.time.Instant;

/** An event with the time of its storing, from which its seven days count. */
public record StoredEvent(RecordEvent event, Instant storedAt) {}
