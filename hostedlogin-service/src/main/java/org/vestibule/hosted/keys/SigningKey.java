package org.vestibule.hosted.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

@Entity
class SigningKey {
  @Id UUID id;
  UUID customerId;
  String kid;
  String algorithm;
  String state;
  String publicJwk;

  /** Sealed. */
  String privateKey;

  Instant createdAt;

  /** When it entered its state. */
  Instant since;
}
