package org.vestibule.config.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;

@Entity
class ApiClient {
  @Id String id;
  String applicationId;
  String name;
  String[] features;
  String[] ipWhitelist;
  Instant createdAt;

  /** Given by the database. */
  @Column(insertable = false, updatable = false)
  Long position;

  static ApiClient of(String applicationId, NewClient fresh, Instant now) {
    ApiClient client = new ApiClient();
    client.id = fresh.id();
    client.applicationId = applicationId;
    client.name = fresh.name();
    client.features = fresh.features().toArray(String[]::new);
    client.ipWhitelist = new String[] {AllowList.ANYWHERE};
    client.createdAt = now;
    return client;
  }

  boolean hasFeatures(List<String> wanted) {
    return List.of(features).containsAll(wanted);
  }
}
