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

  /** Goes up with every change of the client. */
  long revision = 1;

  /** Goes up with every change of its settings. */
  long settingsRevision = 1;

  /** Given by the database. */
  @Column(insertable = false, updatable = false)
  Long position;

  static ApiClient of(String applicationId, NewClient fresh, Instant now) {
    ApiClient client = new ApiClient();
    client.id = fresh.id();
    client.applicationId = applicationId;
    client.become(fresh.draft());
    client.createdAt = now;
    return client;
  }

  ClientDraft draft() {
    return new ClientDraft(name, List.of(features), List.of(ipWhitelist));
  }

  void become(ClientDraft draft) {
    name = draft.name();
    features = draft.features().toArray(String[]::new);
    ipWhitelist = draft.ipWhitelist().toArray(String[]::new);
  }

  boolean hasFeatures(List<String> wanted) {
    return List.of(features).containsAll(wanted);
  }
}
