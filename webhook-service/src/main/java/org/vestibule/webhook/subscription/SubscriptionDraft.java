package org.vestibule.webhook.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The members that a client writes (webhooks.md 3); {@code filter} is null when there is none. */
record SubscriptionDraft(
    String title, boolean enabled, String endpoint, List<String> events, ObjectNode filter) {}
