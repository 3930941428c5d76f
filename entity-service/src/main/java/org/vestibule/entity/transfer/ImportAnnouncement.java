package org.vestibule.entity.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.Tx;

/** Tells readers of records that many have come, most often without an event of their own. */
@Singleton
public class ImportAnnouncement {
  private final EventFactory events;
  private final Outbox outbox;

  /** Takes the form of events and the outbox. */
  public ImportAnnouncement(EventFactory events, Outbox outbox) {
    this.events = events;
    this.outbox = outbox;
  }

  Uni<Void> tell(Tx tx, EntityType type, ImportRun run, ImportCounts counts, CallContext call) {
    EventFactory.Subject subject =
        new EventFactory.Subject(run.id().toString(), members(type, run, counts));
    return outbox.append(
        tx,
        events.ofApplication(
            "user-events",
            "import-finished",
            type.customerId(),
            type.applicationId(),
            subject,
            call));
  }

  private static ObjectNode members(EntityType type, ImportRun run, ImportCounts counts) {
    ObjectNode members = Json.object().put("entityType", type.name());
    members.put("importId", run.id().toString());
    members.put("stored", counts.stored()).put("rejected", counts.rejected());
    members.put("recordEvents", run.options().events());
    members.put("startedAt", run.startedAt().toString());
    return members.put("finishedAt", run.finishedAt().orElseThrow().toString());
  }
}
