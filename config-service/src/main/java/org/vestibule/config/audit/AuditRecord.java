package org.vestibule.config.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

@Entity
class AuditRecord {
  @Id UUID id;
  String applicationId;
  String clientId;
  String operation;
  String object;
  String version;
  String address;
  Instant createdAt;
}
