package org.vestibule.auth.outgoing;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that is ready to be sent.
 *
 * @param template what it was made from, for the log
 * @param expiresAt when the message is no longer of use
 */
public record OutgoingMessage<T>(
    UUID customerId, String applicationId, String template, T content, Instant expiresAt) {

  @Override
  public String toString() {
    return "OutgoingMessage[" + template + "]";
  }
}
