package org.vestibule.hosted.application;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

@Entity
class Application {
  @Id String id;
  UUID customerId;
  UUID loginPolicyId;
  Instant createdAt;

  static Application of(String id, UUID customerId, UUID loginPolicyId, Instant now) {
    Application application = new Application();
    application.id = id;
    application.customerId = customerId;
    application.loginPolicyId = loginPolicyId;
    application.createdAt = now;
    return application;
  }
}
