package org.vestibule.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.vestibule.platform.json.Json;

/**
 * What is known of the edge request while services work for it: its id, the API client that called,
 * and where it came from; travels on internal calls in the header {@link #HEADER}.
 */
public record CallContext(String correlationId, String clientId, Origin origin) {
  /** Header of internal calls: base64url of this record as JSON. */
  public static final String HEADER = "Vestibule-Context";

  private static final String KEY = "vestibule.context";

  /** The context of the platform's own work. */
  public static CallContext platform(String correlationId) {
    return new CallContext(correlationId, null, Origin.none());
  }

  /** This context with the caller now known. */
  public CallContext withClient(String id) {
    return new CallContext(correlationId, id, origin);
  }

  /** The context of an internal call, or one of the platform when the caller sent none. */
  public static CallContext of(RoutingContext routing) {
    CallContext known = routing.get(KEY);
    if (known != null) {
      return known;
    }
    CallContext read = read(routing);
    routing.put(KEY, read);
    return read;
  }

  private static CallContext read(RoutingContext routing) {
    String header = routing.request().getHeader(HEADER);
    return header == null ? platform(EdgeFilter.requestId(routing)) : decode(header);
  }

  /** The value of {@link #HEADER}. */
  public String encode() {
    ObjectNode json = Json.object().put("correlationId", correlationId);
    if (clientId != null) {
      json.put("clientId", clientId);
    }
    json.set("origin", origin.json());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(json));
  }

  private static CallContext decode(String header) {
    byte[] json = Base64.getUrlDecoder().decode(header.getBytes(StandardCharsets.US_ASCII));
    JsonNode context = Json.parse(json);
    return new CallContext(
        context.path("correlationId").textValue(),
        context.path("clientId").textValue(),
        Origin.of(context.path("origin")));
  }
}
