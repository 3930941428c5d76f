package org.vestibule.entity.access;

import java.util.Locale;

/** The four sides on which a client's sight of an entity type can be narrowed. */
public enum AccessType {
  READ,
  WRITE,
  READ_WITH_TOKEN,
  WRITE_WITH_TOKEN;

  /** The name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
