package org.vestibule.auth.outgoing;

import java.time.Instant;

/**
 * A message that is ready to be sent.
 *
 * @param template what it was made from, for the log
 * @param expiresAt when the message is no longer of use
 */
public record OutgoingMessage<T>(
    String applicationId, String template, T content, Instant expiresAt) {

  @Override
  public String toString() {
    return "OutgoingMessage[" + template + "]";
  }
}
