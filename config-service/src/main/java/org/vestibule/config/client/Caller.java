package org.vestibule.config.client;

import java.util.UUID;
import org.vestibule.config.event.EventScope;
import org.vestibule.platform.http.CallContext;

/** An authenticated client that may do what it asked for. */
public record Caller(String clientId, String applicationId, UUID customerId, CallContext context) {
  /** The scope of events that this caller's changes cause. */
  public EventScope scope() {
    return new EventScope(customerId, applicationId, context);
  }
}
