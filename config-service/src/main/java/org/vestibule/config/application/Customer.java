package org.vestibule.config.application;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

@Entity
class Customer {
  @Id UUID id;
  String name;
  Instant createdAt;

  static Customer of(UUID id, String name, Instant now) {
    Customer customer = new Customer();
    customer.id = id;
    customer.name = name;
    customer.createdAt = now;
    return customer;
  }
}
