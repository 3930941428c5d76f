package org.vestibule.webhook.signing;

import java.util.UUID;

/** A customer has no key that could sign its notifications, or not one that we can read. */
public final class NoSigningKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoSigningKeyException(UUID customerId, String why) {
    super("customer " + customerId + ": " + why, null, false, false);
  }
}
