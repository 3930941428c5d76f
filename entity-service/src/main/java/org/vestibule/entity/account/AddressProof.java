package org.vestibule.entity.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import org.vestibule.entity.record.More;
import org.vestibule.entity.record.RecordState;
import org.vestibule.entity.schema.Schema;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.json.Json;

/**
 * Whoever makes a change has read a mail to an address. Where nobody had proved the record's
 * address before, somebody else may have made the record and linked identities of their own to it.
 *
 * @param attribute the attribute at the root that holds the address
 * @param sha256 of the address that the mail went to, in hex
 * @param verifiedBy the date attribute that says it was proved
 * @param verifies whether the first proof sets that date
 * @param ends the plural that the first proof empties
 */
public record AddressProof(
    String attribute, String sha256, String verifiedBy, boolean verifies, String ends) {

  /** The proof of the address that people sign in with. */
  public static AddressProof ofEmail(String sha256, boolean verifies) {
    return new AddressProof("email", sha256, "emailVerified", verifies, "profiles");
  }

  /** Whether this is about the address that the record has, and nobody proved that before. */
  public boolean isFirstOf(RecordState record) {
    String address = record.doc().path(attribute).asText("");
    return record.doc().path(verifiedBy).isNull()
        && Digests.constantTimeEquals(Digests.sha256Hex(address), sha256);
  }

  /** The same beside other values; an address that comes in its place is not proved by it. */
  public AddressProof staying(ObjectNode values, RecordState record) {
    JsonNode given = values.path(attribute);
    boolean stays = given.isMissingNode() || given.equals(record.doc().path(attribute));
    return new AddressProof(attribute, sha256, verifiedBy, verifies && stays, ends);
  }

  /** What comes with a first proof, told to those who end what was granted before. */
  public static More flagged(ObjectNode values) {
    return new More(values, Set.of(ReceivedEvent.FIRST_PROOF));
  }

  /** Leaves a record as it is where there is nothing to end. */
  public More refuseEmpty(RecordState record) {
    if (record.doc().path(ends).isEmpty()) {
      throw new NothingLeft();
    }
    return More.none();
  }

  /** What the first proof changes. */
  public ObjectNode values(Schema schema, RecordState record, Instant now) {
    ObjectNode values = verifies ? Stamp.of(schema, verifiedBy, now) : Json.object();
    return record.doc().path(ends).isEmpty() ? values : values.putNull(ends);
  }

  /** There is nothing to end in a record. */
  public static final class NothingLeft extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NothingLeft() {
      super(null, null, false, false);
    }
  }
}
