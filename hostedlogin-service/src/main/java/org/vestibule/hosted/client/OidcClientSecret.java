package org.vestibule.hosted.client;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

@Entity
class OidcClientSecret {
  @Id UUID id;
  UUID customerId;
  UUID clientId;

  /** Sealed. */
  String secret;

  String sha256;
  Instant createdAt;
  Instant expiresAt;
}
