package org.vestibule.config.flow;

import java.time.Instant;

/**
 * A version that is about to be stored; number 1 makes the flow.
 *
 * @param before the version that it changes, null for the first
 */
record NewVersion(
    String applicationId,
    String flow,
    String before,
    String version,
    int number,
    String change,
    Instant at) {
  static NewVersion first(
      String applicationId, String flow, String version, String change, Instant at) {
    return new NewVersion(applicationId, flow, null, version, 1, change, at);
  }
}
