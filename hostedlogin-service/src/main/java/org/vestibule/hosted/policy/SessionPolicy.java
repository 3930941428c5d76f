package org.vestibule.hosted.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
class SessionPolicy {
  @Id UUID customerId;
  boolean deactivated;
  int inactivityTtl = 2_592_000;
  int absoluteTtl = 31_536_000;

  static SessionPolicy of(UUID customerId) {
    SessionPolicy policy = new SessionPolicy();
    policy.customerId = customerId;
    return policy;
  }
}
