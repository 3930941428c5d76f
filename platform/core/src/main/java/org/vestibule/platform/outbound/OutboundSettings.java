package org.vestibule.platform.outbound;

import java.time.Duration;
import org.vestibule.platform.net.CidrList;

/** Reach and limits of calls to the outside. */
public record OutboundSettings(
    CidrList exceptions,
    boolean isPlainHttpAllowed,
    Duration connectTimeout,
    Duration readTimeout,
    Duration totalTimeout,
    int maxResponseBytes,
    int connectionsPerTarget) {

  /** Limits that suit metadata and notifications alike. */
  public static OutboundSettings of(CidrList exceptions, boolean isPlainHttpAllowed) {
    return new OutboundSettings(
        exceptions,
        isPlainHttpAllowed,
        Duration.ofSeconds(3),
        Duration.ofSeconds(10),
        Duration.ofSeconds(15),
        1024 * 1024,
        20);
  }

  /** The same reach with the limits of one purpose. */
  public OutboundSettings within(
      Duration connect, Duration total, int responseBytes, int connections) {
    return new OutboundSettings(
        exceptions, isPlainHttpAllowed, connect, total, total, responseBytes, connections);
  }
}
