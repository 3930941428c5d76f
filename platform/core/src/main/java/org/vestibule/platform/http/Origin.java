package org.vestibule.platform.http;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an edge request came from, as events carry it; members are null when unknown. */
public record Origin(
    String endpoint, String ipAddress, String userAgent, String origin, Forwarded forwarded) {
  /** What the trusted proxies said of the request. */
  public record Forwarded(@JsonProperty("for") String forAddress, String proto, String port) {}

  /** The origin of work that no request caused. */
  public static Origin none() {
    return new Origin(null, null, null, null, null);
  }
}
