package org.vestibule.hosted.client;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

@Entity
class OidcClient {
  @Id UUID id;
  UUID customerId;
  String name;
  String type;
  String[] redirectUris = {};
  String[] postLogoutRedirectUris = {};
  UUID loginPolicyId;
  UUID tokenPolicyId;
  String apiClientId;
  Instant createdAt;
}
