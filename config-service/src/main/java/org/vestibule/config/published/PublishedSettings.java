package org.vestibule.config.published;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;

@Entity
@IdClass(PublishedSettingsId.class)
class PublishedSettings {
  @Id String applicationId;
  @Id String clientId;
  @Id UUID version;
  String document;
  Instant createdAt;

  /** Given by the database; the highest one is the latest. */
  @Column(insertable = false, updatable = false)
  Long position;
}
