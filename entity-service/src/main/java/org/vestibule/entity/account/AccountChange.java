package org.vestibule.entity.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.vestibule.platform.json.Json;

/**
 * The internal call that changes one person's record.
 *
 * @param attributes values to merge; a password is plain
 * @param clientId the client whose view of the profile is returned
 * @param currentPassword must be the record's; null = it is not asked for
 * @param stamp dotted path of a date attribute that becomes now; null = none
 * @param expect a text attribute's value as it must still be; null = whatever it is
 * @param unverify what becomes null when the attribute it vouches for changes; null = nothing
 * @param proof the address whose mail the person has read; null = none
 */
public record AccountChange(
    ObjectNode attributes,
    String clientId,
    String currentPassword,
    String stamp,
    Expectation expect,
    Vouched unverify,
    AddressProof proof) {

  /** A value by its SHA-256 in hex. */
  public record Expectation(String attribute, String sha256) {}

  /** An attribute at the root and the one that says it was verified. */
  public record Vouched(String attribute, String by) {}

  ObjectNode values() {
    return attributes == null ? Json.object() : attributes;
  }

  Optional<String> password() {
    return Optional.ofNullable(currentPassword);
  }

  @Override
  public String toString() {
    return "AccountChange[***]";
  }
}
