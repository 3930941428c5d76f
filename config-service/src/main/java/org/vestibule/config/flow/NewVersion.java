package org.vestibule.config.flow;

import java.time.Instant;

/** A version that is about to be stored; number 1 makes the flow. */
record NewVersion(
    String applicationId, String flow, String version, int number, String change, Instant at) {}
