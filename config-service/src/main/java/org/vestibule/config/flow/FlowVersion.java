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
  String change;
  String document;
  Instant createdAt;

  static FlowVersion of(Flow flow, String change, String document) {
    FlowVersion version = new FlowVersion();
    version.applicationId = flow.applicationId;
    version.flow = flow.name;
    version.version = flow.head;
    version.change = change;
    version.document = document;
    version.createdAt = flow.createdAt;
    return version;
  }
}
