package org.vestibule.auth.attempt;

import java.time.Duration;
import java.util.UUID;

/**
 * A try to prove something by a secret, before the secret is looked at.
 *
 * @param identifier what the caller says who it is; null when there is none
 * @param recordUuid the record, once it is known; otherwise null
 * @param address the network address of the caller; null when the platform itself asks
 * @param limit attempts that are admitted within the window; 0 switches the counter off
 * @param window length of the sliding window
 */
public record Attempt(
    String applicationId,
    String identifier,
    UUID recordUuid,
    String address,
    int limit,
    Duration window) {

  /** Whether somebody is named whose attempts are limited. */
  boolean hasSubject() {
    return limit > 0 && (identifier != null || recordUuid != null);
  }

  Subject subject() {
    return new Subject(identifier, recordUuid, limit, window);
  }

  /** The record that an attempt led to; a stranger gets a counter of the same cost. */
  Subject outcome(UUID found) {
    return new Subject(found == null ? "unknown " + identifier : null, found, limit, window);
  }
}
