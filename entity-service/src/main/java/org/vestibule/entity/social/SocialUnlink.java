package org.vestibule.entity.social;

import java.util.UUID;

/** The internal call that takes a social identity from a record. */
public record SocialUnlink(UUID uuid, String identifier) {

  /** Refuses calls without a record or an identifier. */
  public SocialUnlink {
    if (uuid == null || identifier == null) {
      throw new IllegalArgumentException("uuid or identifier is missing");
    }
  }
}
