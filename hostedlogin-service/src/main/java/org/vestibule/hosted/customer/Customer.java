package org.vestibule.hosted.application;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

@Entity
class Customer {
  @Id UUID id;
  Instant createdAt;
}
