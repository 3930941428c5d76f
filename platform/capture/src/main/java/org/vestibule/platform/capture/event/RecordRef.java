package org.vestibule.platform.capture.event;

import java.util.UUID;
import org.vestibule.platform.capture.directory.ApplicationView;

/** A record of a person, as events name it. */
public record RecordRef(
    UUID customerId, String applicationId, String primaryDomain, String entityType, UUID uuid) {
  /** A record of an application. */
  public static RecordRef of(ApplicationView application, String entityType, UUID uuid) {
    return new RecordRef(
        application.customerId(), application.id(), application.primaryDomain(), entityType, uuid);
  }

  /** {@code capture-v1://{primary registration domain}/{applicationId}/{entityType}/{uuid}}. */
  public String globalSub() {
    return "capture-v1://" + primaryDomain + "/" + applicationId + "/" + entityType + "/" + uuid;
  }
}
