package org.vestibule.hosted.application;

import java.util.UUID;
import org.vestibule.platform.event.ReceivedEvent;

/** An application that config-service announced. */
record NewApplication(UUID customerId, String applicationId, String correlationId) {
  static NewApplication of(ReceivedEvent event) {
    return new NewApplication(
        UUID.fromString(event.data().path("customerId").asText()),
        event.data().path("applicationId").asText(),
        event.data().path("correlationId").asText());
  }
}
