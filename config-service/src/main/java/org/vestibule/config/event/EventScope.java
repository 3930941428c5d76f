package org.vestibule.config.event;

import java.util.UUID;
import org.vestibule.platform.http.CallContext;

/** Whose configuration changed, and which request changed it. */
public record EventScope(UUID customerId, String applicationId, CallContext context) {}
