package org.vestibule.config.flow;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;

@Entity
@IdClass(FlowId.class)
class Flow {
  @Id String applicationId;
  @Id String name;
  String head;
  int headNumber;
  Instant createdAt;
}
