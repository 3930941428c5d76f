package org.vestibule.auth.events;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.vestibule.platform.capture.directory.ConfigDirectory;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.Write;

/** Tells of records whose application is known by its id alone. */
@Singleton
public class AuthEvents {
  private final ConfigDirectory directory;
  private final EventFactory events;
  private final Outbox outbox;

  AuthEvents(ConfigDirectory directory, EventFactory events, Outbox outbox) {
    this.directory = directory;
    this.events = events;
    this.outbox = outbox;
  }

  /** An access token was issued for a record; written together with the token. */
  public Uni<Write> tokenIssued(
      String applicationId, String entityType, UUID record, CallContext context) {
    return directory
        .application(applicationId)
        .map(found -> RecordRef.of(found.orElseThrow(), entityType, record))
        .map(named -> events.ofAccess("token-issued", named, context))
        .map(outbox::telling);
  }
}
