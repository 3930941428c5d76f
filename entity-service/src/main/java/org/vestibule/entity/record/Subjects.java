package org.vestibule.entity.record;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.KeptVersions;
import org.vestibule.platform.capture.directory.ApplicationView;
import org.vestibule.platform.capture.directory.ConfigDirectory;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.http.CallContext;

/** Makes the events about records, which name them by the primary domain of their application. */
@Singleton
public class Subjects {
  private final ConfigDirectory directory;
  private final EventFactory events;

  /** Takes the applications and the form of events. */
  public Subjects(ConfigDirectory directory, EventFactory events) {
    this.directory = directory;
    this.events = events;
  }

  /** Everything that events of one call share; asked before rows are locked. */
  public Uni<Maker> maker(EntityType type, CallContext call) {
    return directory.application(type.applicationId()).map(found -> maker(type, found, call));
  }

  private Maker maker(EntityType type, Optional<ApplicationView> application, CallContext call) {
    String domain = application.map(it -> it.primaryDomain()).orElse(type.applicationId());
    int versions = KeptVersions.of(type, application);
    return new Maker(events, refs(type, domain), call, versions);
  }

  private static Function<UUID, RecordRef> refs(EntityType type, String domain) {
    return uuid ->
        new RecordRef(type.customerId(), type.applicationId(), domain, type.name(), uuid);
  }

  /**
   * Makes events about records of one type.
   *
   * @param versions how many versions of a record are kept, the current one included
   */
  public record Maker(
      EventFactory events, Function<UUID, RecordRef> refs, CallContext call, int versions) {
    /** The event of a change of one record. */
    Event ofChange(UUID record, List<String> attributes, Set<String> flags) {
      return events.ofRecord("user-updated", refs.apply(record), attributes, flags, call);
    }

    /** An event about one record. */
    public Event of(String eventType, UUID record, List<String> attributes) {
      return events.ofRecord(eventType, refs.apply(record), attributes, call);
    }
  }
}
