package org.vestibule.hosted.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

@Entity
class Customer {
  @Id UUID id;
  String baseUrl;
  Instant createdAt;
}
