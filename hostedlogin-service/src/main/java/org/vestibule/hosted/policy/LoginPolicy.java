package org.vestibule.hosted.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

@Entity
class LoginPolicy {
  @Id UUID id;
  UUID customerId;
  String title;
  String domain;
  String applicationId;
  String entityType;
  String apiClientId;

  /** Sealed. */
  String apiClientSecret;

  String loginUrl;
  String customClaims = "{}";
  boolean pushClaims;
  String[] allowedResponseTypes = {"code"};
  Instant createdAt;
}
