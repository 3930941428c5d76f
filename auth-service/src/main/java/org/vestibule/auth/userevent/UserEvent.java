package org.vestibule.auth.userevent;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.http.Origin;

/** That a record was removed, or which of its attributes changed, and by whose call. */
public record UserEvent(
    String applicationId,
    String entityType,
    UUID recordUuid,
    Instant time,
    ReceivedEvent received) {
  static final String DELETED = "user-deleted";
  static final String UPDATED = "user-updated";

  /** Empty when it names no record. */
  static Optional<UserEvent> of(ReceivedEvent event) {
    JsonNode data = event.data();
    return uuid(data.path("recordUuid").asText())
        .map(
            record ->
                new UserEvent(
                    data.path("applicationId").asText(),
                    data.path("entityType").asText(),
                    record,
                    event.time(),
                    event));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException noUuid) {
      return Optional.empty();
    }
  }

  /** Whether the record is gone. */
  public boolean isDeletion() {
    return received.type().equals(DELETED);
  }

  /** Whether one of these attributes changed. */
  public boolean names(Set<String> attributes) {
    return received.names(attributes);
  }

  /** Whether somebody took the account over by the first proof of its address. */
  public boolean isFirstProof() {
    return received.isFlagged(ReceivedEvent.FIRST_PROOF);
  }

  /** The client whose call it was; null = the platform. */
  public String clientId() {
    return received.data().path("clientId").asText(null);
  }

  /** The call that changed the record. */
  public CallContext context() {
    JsonNode data = received.data();
    return new CallContext(
        data.path("correlationId").asText(), clientId(), Origin.of(data.path("origin")));
  }
}
