package org.vestibule.auth.creation;

import java.util.UUID;

/** The use of a creation token, by its SHA-256, for a record that is about to exist. */
record CreationClaim(String applicationId, byte[] hash, UUID record) {

  /** How a claim ended. */
  enum Outcome {
    /** The token is the record's. */
    claimed,
    /** The token's life is over. */
    expired,
    /** The token is another record's, or nobody issued it. */
    taken
  }
}
