package org.vestibule.config.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Entity
class AuditRecord {
  @Id UUID id;
  String applicationId;
  String clientId;
  String operation;
  String object;
  String oldVersion;
  String version;
  String[] changed;
  String address;
  Instant createdAt;

  AuditView view() {
    AuditEntry entry = new AuditEntry(operation, object, oldVersion, version, List.of(changed));
    return new AuditView(id, createdAt, clientId, address, entry);
  }
}
