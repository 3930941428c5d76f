package org.vestibule.platform.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import org.vestibule.platform.config.PlatformConfig;
import org.vestibule.platform.net.CidrList;
import org.vestibule.platform.net.IpLiteral;

/**
 * Finds who really called: the right-most {@code X-Forwarded-For} address that is no trusted proxy,
 * and only when the connection itself comes from one (configuration.md 0.2).
 */
@Singleton
public class PeerAddress {
  private final CidrList trusted;

  /** Takes the networks of the trusted proxies. */
  public PeerAddress(PlatformConfig config) {
    this.trusted = CidrList.of(config.http().trustedProxies().orElse(List.of()));
  }

  Peer of(HttpServerRequest request) {
    String direct = request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    String header = request.getHeader("X-Forwarded-For");
    if (header == null || !trusted.contains(direct)) {
      return new Peer(direct, null);
    }
    return new Peer(
        rightmostUntrusted(header.split(","), direct),
        new Origin.Forwarded(
            header, request.getHeader("X-Forwarded-Proto"), request.getHeader("X-Forwarded-Port")));
  }

  private String rightmostUntrusted(String[] hops, String direct) {
    for (int i = hops.length - 1; i >= 0; i--) {
      String hop = hops[i].trim();
      if (IpLiteral.parse(hop).isEmpty()) {
        return direct;
      }
      if (!trusted.contains(hop)) {
        return hop;
      }
    }
    return hops[0].trim();
  }
}
