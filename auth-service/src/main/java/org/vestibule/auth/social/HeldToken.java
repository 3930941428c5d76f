package org.vestibule.auth.social;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A social token that one call holds, so that no other can use it meanwhile.
 *
 * @param argument the parameter that brought it
 * @param claimedAt tells this claim from a later one
 * @param conflictRecord the only record that may take the identity by a merge
 */
public record HeldToken(
    String applicationId,
    String argument,
    UUID id,
    Instant claimedAt,
    SocialProfile profile,
    Optional<UUID> conflictRecord) {

  /** Whether a merge may give the identity to this record. */
  public boolean mayMergeInto(UUID record) {
    return conflictRecord.filter(it -> !it.equals(record)).isEmpty();
  }

  @Override
  public String toString() {
    return "HeldToken[***]";
  }
}
