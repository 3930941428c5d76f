package org.vestibule.hosted.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

@Entity
class TokenPolicy {
  @Id UUID id;
  UUID customerId;
  String title;
  int accessTokenLifetime = 3_600;
  int refreshTokenLifetime = 7_776_000;
  String[] allowedScopes;
  boolean useAccessJwt;
  String[] allowedGrantTypes = {"authorization_code", "refresh_token", "client_credentials"};
  String[] allowedResourceIndicators = {};
  Instant createdAt;

  static TokenPolicy of(UUID id, UUID customerId, String title, Instant now, String... scopes) {
    TokenPolicy policy = new TokenPolicy();
    policy.id = id;
    policy.customerId = customerId;
    policy.title = title;
    policy.allowedScopes = scopes;
    policy.createdAt = now;
    return policy;
  }
}
