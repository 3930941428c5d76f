package org.vestibule.webhook.event;

import java.util.Optional;
import java.util.stream.Stream;

/** Which published event raises which notification (webhooks.md 10). */
public enum EventType {
  ENTITY_CREATED("entityCreated", "user-created"),
  ENTITY_UPDATED("entityUpdated", "user-updated"),
  ENTITY_DELETED("entityDeleted", "user-deleted");

  private final String wireName;
  private final String source;

  EventType(String wireName, String source) {
    this.wireName = wireName;
    this.source = source;
  }

  /** The name in subscriptions and notifications. */
  public String wireName() {
    return wireName;
  }

  static Optional<EventType> raisedBy(String published) {
    return Stream.of(values()).filter(it -> it.source.equals(published)).findFirst();
  }
}
