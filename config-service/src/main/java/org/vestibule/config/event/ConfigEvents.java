package org.vestibule.config.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.json.Json;

/** Builds what this service publishes on {@code config-events}; names and ids, never values. */
@Singleton
public class ConfigEvents {
  private static final String TOPIC = "config-events";
  private final EventFactory events;

  ConfigEvents(EventFactory events) {
    this.events = events;
  }

  /** A customer has a new application. */
  public Event applicationCreated(EventScope scope) {
    return event(scope, "application-created", scope.applicationId(), Json.object());
  }

  /** A client's secret, features, name or allow list changed. */
  public Event clientChanged(EventScope scope, String clientId) {
    ObjectNode data = Json.object().put("changedClientId", clientId);
    return event(scope, "client-changed", clientId, data);
  }

  /** Settings of the application changed, or those of one client when it is not null. */
  public Event settingsChanged(EventScope scope, String clientId) {
    ObjectNode data = Json.object();
    if (clientId == null) {
      return event(scope, "settings-changed", scope.applicationId(), data);
    }
    return event(scope, "settings-changed", clientId, data.put("changedClientId", clientId));
  }

  /** A host now belongs to the application, or no longer does. */
  public Event domainChanged(EventScope scope, String host) {
    return event(scope, "domain-changed", host, Json.object());
  }

  /** A flow has a new head. */
  public Event flowPublished(EventScope scope, String flow, String version) {
    ObjectNode data = Json.object().put("flow", flow).put("version", version);
    return event(scope, "flow-published", flow, data);
  }

  private Event event(EventScope scope, String type, String subject, ObjectNode members) {
    return events.ofApplication(
        TOPIC,
        type,
        scope.customerId(),
        scope.applicationId(),
        new EventFactory.Subject(subject, members),
        scope.context());
  }
}
