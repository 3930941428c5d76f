package org.vestibule.hosted.token;

import java.util.List;
import java.util.UUID;

/**
 * What a caller shows of itself: the id as sent, its secret in each form that it may be meant in
 * (none at all for a public client), and whether it came in a header of Basic.
 */
record ClientProof(String clientId, List<String> secrets, boolean basic) {
  private static final UUID NOBODY = new UUID(0, 0);

  /** The id to look for; a text that cannot be one costs the same look-up. */
  UUID id() {
    try {
      UUID id = UUID.fromString(clientId);
      return id.toString().equals(clientId) ? id : NOBODY;
    } catch (IllegalArgumentException notAnId) {
      return NOBODY;
    }
  }

  @Override
  public String toString() {
    return "ClientProof[" + clientId + ", ***]";
  }
}
