package org.vestibule.auth.attempt;

import java.time.Duration;
import java.util.UUID;

/** Whose attempts are counted exactly, and how many of them fit into a window. */
record Subject(String identifier, UUID recordUuid, int limit, Duration window) {
  private static final int LONGEST_IDENTIFIER = 1024;

  Subject {
    identifier = identifier == null ? null : shortened(identifier);
  }

  /** How many counters it has. */
  int counters() {
    return (identifier == null ? 0 : 1) + (recordUuid == null ? 0 : 1);
  }

  /** Nobody has so long an identifier; PostgreSQL takes no U+0000. */
  private static String shortened(String identifier) {
    return identifier
        .substring(0, Math.min(identifier.length(), LONGEST_IDENTIFIER))
        .replace('\0', '\ufffd');
  }
}
