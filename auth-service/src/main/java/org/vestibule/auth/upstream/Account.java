package org.vestibule.auth.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/**
 * One person's record.
 *
 * @param profile as the users of the asking client see it; empty when it was not asked for
 */
public record Account(UUID uuid, boolean hasPassword, ObjectNode profile) {

  /** The e-mail address, if there is one. */
  public Optional<String> email() {
    return Optional.ofNullable(profile.path("email").textValue()).filter(it -> !it.isEmpty());
  }

  /** Whether the address is known to be the person's. */
  public boolean isEmailVerified() {
    return profile.path("emailVerified").isTextual();
  }
}
