package org.vestibule.config.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.http.Origin;
import org.vestibule.platform.json.Json;

/** Whose configuration changed, and which request changed it. */
public record EventScope(UUID customerId, String applicationId, CallContext context) {
  ObjectNode data() {
    ObjectNode data = Json.object();
    data.put("customerId", customerId.toString()).put("applicationId", applicationId);
    if (context.clientId() != null) {
      data.put("clientId", context.clientId());
    }
    data.put("correlationId", context.correlationId());
    data.set("origin", origin(context.origin()));
    data.set("flags", Json.array());
    return data;
  }

  private static ObjectNode origin(Origin origin) {
    ObjectNode json = Json.object();
    json.put("endpoint", origin.endpoint());
    json.put("ipAddress", origin.ipAddress());
    json.put("userAgent", origin.userAgent());
    json.put("origin", origin.origin());
    json.set("forwarded", forwarded(origin.forwarded()));
    return json;
  }

  private static ObjectNode forwarded(Origin.Forwarded forwarded) {
    return forwarded == null
        ? null
        : Json.object()
            .put("for", forwarded.forAddress())
            .put("proto", forwarded.proto())
            .put("port", forwarded.port());
  }
}
