package org.vestibule.entity.social;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * The internal call that gives a record a social identity.
 *
 * @param identity an element of {@code profiles}
 * @param signsIn whether the person signs in by it, and what is there already may stay
 */
public record SocialLink(UUID uuid, String clientId, ObjectNode identity, boolean signsIn) {

  /** Refuses calls without a record or an identity. */
  public SocialLink {
    if (uuid == null) {
      throw new IllegalArgumentException("uuid is missing");
    }
    SocialEntry.of(identity);
  }

  SocialEntry entry() {
    return SocialEntry.of(identity);
  }

  @Override
  public String toString() {
    return "SocialLink[***]";
  }
}
