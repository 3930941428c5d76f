package org.vestibule.webhook.administration;

import java.util.UUID;
import org.vestibule.platform.http.CallContext;

/** A client that may do what it asked for, and the request in which it asked. */
public record Administrator(UUID customerId, CallContext context) {
  /** The client of the token. */
  public String clientId() {
    return context.clientId();
  }

  /** The network address of the request. */
  public String address() {
    return context.origin().ipAddress();
  }
}
