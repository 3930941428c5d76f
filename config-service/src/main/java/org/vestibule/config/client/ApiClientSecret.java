package org.vestibule.config.client;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

@Entity
class ApiClientSecret {
  @Id UUID id;
  String applicationId;
  String clientId;

  /** Sealed. */
  String secret;

  String sha256;
  Instant createdAt;
  Instant expiresAt;

  boolean isCurrent() {
    return expiresAt == null;
  }

  boolean isLive(Instant now) {
    return isCurrent() || expiresAt.isAfter(now);
  }

  void endIn(Duration graceTime, Instant now) {
    expiresAt = now.plus(graceTime);
  }
}
