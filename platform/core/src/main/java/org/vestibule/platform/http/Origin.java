package org.vestibule.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.json.Json;

/**
 * Where an edge request came from, as events carry it; members are null when unknown. Written and
 * read by hand, because every call does so several times.
 */
public record Origin(
    String endpoint, String ipAddress, String userAgent, String origin, Forwarded forwarded) {
  private static final Origin NONE = new Origin(null, null, null, null, null);

  /** What the trusted proxies said of the request; {@code for} on the wire. */
  public record Forwarded(String forAddress, String proto, String port) {
    private ObjectNode json() {
      ObjectNode json = Json.object();
      put(json, "for", forAddress);
      put(json, "proto", proto);
      put(json, "port", port);
      return json;
    }

    private static Forwarded of(JsonNode json) {
      return json.isObject()
          ? new Forwarded(text(json, "for"), text(json, "proto"), text(json, "port"))
          : null;
    }
  }

  /** The origin of work that no request caused. */
  public static Origin none() {
    return NONE;
  }

  /** The members that are known. */
  public ObjectNode json() {
    ObjectNode json = Json.object();
    put(json, "endpoint", endpoint);
    put(json, "ipAddress", ipAddress);
    put(json, "userAgent", userAgent);
    put(json, "origin", origin);
    if (forwarded != null) {
      json.set("forwarded", forwarded.json());
    }
    return json;
  }

  /** Reads {@link #json}; what is no object knows nothing. */
  public static Origin of(JsonNode json) {
    return json.isObject()
        ? new Origin(
            text(json, "endpoint"),
            text(json, "ipAddress"),
            text(json, "userAgent"),
            text(json, "origin"),
            Forwarded.of(json.path("forwarded")))
        : NONE;
  }

  private static void put(ObjectNode json, String name, String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).textValue();
  }
}
