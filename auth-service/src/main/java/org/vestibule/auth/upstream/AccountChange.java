package org.vestibule.auth.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.json.Json;

/** A change of one person's record for entity-service to make. */
public record AccountChange(ObjectNode body) {

  /** Merges attributes; the profile comes back as the users of the client see it. */
  public static AccountChange of(ObjectNode attributes, String clientId) {
    ObjectNode body = Json.object().put("clientId", clientId);
    body.set("attributes", attributes);
    body.putObject("unverify").put("attribute", "email").put("by", "emailVerified");
    return new AccountChange(body);
  }

  /** Empties an attribute. */
  public static AccountChange without(String attribute, String clientId) {
    return of(Json.object().putNull(attribute), clientId);
  }

  /** Sets a date to now. */
  public static AccountChange stamp(String attribute, String clientId) {
    return new AccountChange(Json.object().put("clientId", clientId).put("stamp", attribute));
  }

  /** The same, when the record's password is this one. */
  public AccountChange ifPassword(String current) {
    return new AccountChange(body.deepCopy().put("currentPassword", current));
  }

  /** The same, when the record's e-mail address still has this SHA-256. */
  public AccountChange ifAddress(String sha256) {
    ObjectNode more = body.deepCopy();
    more.putObject("expect").put("attribute", "email").put("sha256", sha256);
    return new AccountChange(more);
  }

  /**
   * The same by somebody who read a mail to the address with this SHA-256. If nobody had proved the
   * record's address before, whatever identities were linked to it end.
   *
   * @param verifies whether the address then counts as verified
   */
  public AccountChange provenBy(String sha256, boolean verifies) {
    ObjectNode more = body.deepCopy();
    more.putObject("proof")
        .put("attribute", "email")
        .put("sha256", sha256)
        .put("verifiedBy", "emailVerified")
        .put("verifies", verifies)
        .put("ends", "profiles");
    return new AccountChange(more);
  }

  @Override
  public String toString() {
    return "AccountChange[***]";
  }
}
