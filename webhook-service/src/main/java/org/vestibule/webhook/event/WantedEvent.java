package org.vestibule.webhook.event;

import java.util.List;
import java.util.UUID;

/** A stored event and the subscriptions that are to be told of it, at least one. */
public record WantedEvent(StoredEvent stored, List<UUID> subscriptions) {}
