package org.vestibule.config.application;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

@Entity
class Application {
  @Id String id;
  UUID customerId;
  String name;
  Instant createdAt;
  Instant handedOverAt;

  /** Goes up with every change of the application's settings. */
  long settingsRevision = 1;

  static Application of(NewApplication fresh, Instant now) {
    Application application = new Application();
    application.id = fresh.id();
    application.customerId = fresh.customer().id();
    application.name = fresh.name();
    application.createdAt = now;
    return application;
  }
}
