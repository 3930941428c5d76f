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
  Instant createdAt;

  static Flow of(String applicationId, String name, String head, Instant now) {
    Flow flow = new Flow();
    flow.applicationId = applicationId;
    flow.name = name;
    flow.head = head;
    flow.createdAt = now;
    return flow;
  }
}
