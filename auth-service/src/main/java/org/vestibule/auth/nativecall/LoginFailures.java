package org.vestibule.auth.nativecall;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.event.Event;

/** Makes the event of a sign-in, or of a call that counts as one, which was refused. */
@Singleton
public class LoginFailures {
  private static final String TYPE = "login-failed";

  private final EventFactory events;

  LoginFailures(EventFactory events) {
    this.events = events;
  }

  /** About a record, or about the application where none is known. */
  public Event event(NativeCall call, Optional<UUID> record, String reason) {
    Map<String, String> details = Map.of("reason", reason);
    return record
        .map(uuid -> events.ofAccess(TYPE, call.record(uuid), details, call.context()))
        .orElseGet(() -> ofNobody(call, details));
  }

  private Event ofNobody(NativeCall call, Map<String, String> details) {
    return events.ofAccess(
        TYPE, call.client().customerId(), call.applicationId(), details, call.context());
  }
}
