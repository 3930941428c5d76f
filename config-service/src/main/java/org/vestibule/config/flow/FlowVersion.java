package org.vestibule.config.flow;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;

@Entity
@IdClass(FlowVersionId.class)
class FlowVersion {
  @Id String applicationId;
  @Id String flow;
  @Id String version;
  int number;
  String change;
  Instant createdAt;
}
