package org.vestibule.config.audit;

import java.util.List;

/**
 * What was done to what: names and versions, never values; an absent version means that the thing
 * was not there.
 */
public record AuditEntry(
    String operation, String object, String oldVersion, String version, List<String> changed) {
  /** An entry without versions. */
  public static AuditEntry of(String operation, String object) {
    return new AuditEntry(operation, object, null, null, List.of());
  }

  /** With the version before the change; 0 means that there was none. */
  public AuditEntry from(long before) {
    return from(before == 0 ? null : Long.toString(before));
  }

  /** With the version before the change. */
  public AuditEntry from(String before) {
    return new AuditEntry(operation, object, before, version, changed);
  }

  /** With the version after the change. */
  public AuditEntry to(long after) {
    return to(Long.toString(after));
  }

  /** With the version after the change. */
  public AuditEntry to(String after) {
    return new AuditEntry(operation, object, oldVersion, after, changed);
  }

  /** With the names of what changed. */
  public AuditEntry naming(List<String> names) {
    return new AuditEntry(operation, object, oldVersion, version, List.copyOf(names));
  }
}
