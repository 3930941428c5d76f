package org.vestibule.entity.social;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/**
 * The internal call that signs somebody in whom a social provider knows.
 *
 * @param clientId the client that the person signs in to, whose view of the profile is returned
 * @param identity an element of {@code profiles}
 * @param verifiedEmail an address that the provider vouches for; null = none
 * @param silentMerge whether the record of that address may take the identity without asking
 * @param merge a second identity that the record takes; null = none
 * @param mergeInto the only record that may take it; null = any
 */
public record SocialSignIn(
    String clientId,
    ObjectNode identity,
    String verifiedEmail,
    boolean silentMerge,
    ObjectNode merge,
    UUID mergeInto) {

  /** Refuses calls without an identity. */
  public SocialSignIn {
    SocialEntry.of(identity);
  }

  SocialEntry entry() {
    return SocialEntry.of(identity);
  }

  Optional<SocialEntry> merged() {
    return Optional.ofNullable(merge).map(SocialEntry::of);
  }

  boolean mayMergeInto(UUID record) {
    return merge == null || mergeInto == null || mergeInto.equals(record);
  }

  /**
   * Whether two addresses are the same to the letter but for ASCII case. Folding by Unicode would
   * make addresses equal that belong to different people.
   */
  boolean isVerified(String address) {
    return verifiedEmail != null
        && address != null
        && verifiedEmail.length() == address.length()
        && verifiedEmail.chars().allMatch(c -> c < 0x80)
        && verifiedEmail.equalsIgnoreCase(address)
        && address.chars().allMatch(c -> c < 0x80);
  }

  @Override
  public String toString() {
    return "SocialSignIn[***]";
  }
}
