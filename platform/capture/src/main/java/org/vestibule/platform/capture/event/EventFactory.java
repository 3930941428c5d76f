package org.vestibule.platform.capture.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.json.Json;

/**
 * Makes the published events (architecture.md 3): who and what by id, names of attributes, where
 * the request came from; never values, never secrets.
 */
@Singleton
public class EventFactory {
  private final IdSource ids;
  private final Clock clock;

  /** Takes the sources of ids and time. */
  public EventFactory(IdSource ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /** A {@code user-events} event; attributes only on updates. */
  public Event ofRecord(String type, RecordRef record, List<String> attributes, CallContext call) {
    return ofRecord(type, record, attributes, Set.of(), call);
  }

  /** The same with flags for its readers. */
  public Event ofRecord(
      String type, RecordRef record, List<String> attributes, Set<String> flags, CallContext call) {
    ObjectNode data = named(record, call);
    flags.forEach(data.putArray("flags")::add);
    if (!attributes.isEmpty()) {
      attributes.forEach(data.putArray("attributes")::add);
    }
    return about("user-events", type, record, data);
  }

  /** An {@code auth-events} event about a record that says no more than its type. */
  public Event ofAccess(String type, RecordRef record, CallContext call) {
    return ofAccess(type, record, Map.of(), call);
  }

  /** The same with members of its type, such as {@code reason}. */
  public Event ofAccess(
      String type, RecordRef record, Map<String, String> details, CallContext call) {
    ObjectNode data = named(record, call);
    details.forEach(data::put);
    return about("auth-events", type, record, data);
  }

  /** An {@code auth-events} event without a known record. */
  public Event ofAccess(
      String type,
      UUID customerId,
      String applicationId,
      Map<String, String> details,
      CallContext call) {
    ObjectNode data = base(customerId, applicationId, call);
    details.forEach(data::put);
    return event("auth-events", applicationId, type, applicationId, data);
  }

  /** An event about a thing of an application, keyed by the application. */
  public Event ofApplication(
      String topic,
      String type,
      UUID customerId,
      String applicationId,
      Subject subject,
      CallContext call) {
    ObjectNode data = base(customerId, applicationId, call);
    data.setAll(subject.members());
    return event(topic, applicationId, type, subject.id(), data);
  }

  /** An event about a thing of a customer that belongs to no application, keyed by the customer. */
  public Event ofCustomer(
      String topic, String type, UUID customerId, Subject subject, CallContext call) {
    ObjectNode data = base(customerId, null, call);
    data.setAll(subject.members());
    return event(topic, customerId.toString(), type, subject.id(), data);
  }

  /** What such an event is about: its id and the members that name it in the data. */
  public record Subject(String id, ObjectNode members) {}

  private static ObjectNode named(RecordRef record, CallContext call) {
    ObjectNode data = base(record.customerId(), record.applicationId(), call);
    data.put("entityType", record.entityType());
    data.put("recordUuid", record.uuid().toString());
    data.put("globalSub", record.globalSub());
    return data;
  }

  private static ObjectNode base(UUID customerId, String applicationId, CallContext call) {
    ObjectNode data = Json.object();
    data.put("customerId", customerId.toString());
    if (applicationId != null) {
      data.put("applicationId", applicationId);
    }
    if (call.clientId() != null) {
      data.put("clientId", call.clientId());
    }
    data.put("correlationId", call.correlationId());
    data.set("origin", call.origin().json());
    data.set("flags", Json.array());
    return data;
  }

  private Event about(String topic, String type, RecordRef record, ObjectNode data) {
    return event(topic, record.uuid().toString(), type, record.uuid().toString(), data);
  }

  private Event event(String topic, String key, String type, String subject, ObjectNode data) {
    return new Event(
        ids.uuid(),
        topic,
        key,
        type,
        subject,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        Json.write(data));
  }
}
