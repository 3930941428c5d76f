package org.vestibule.webhook.subscription;

import java.net.URI;
import java.util.Locale;

/** Host and port of an endpoint, by which requests under way are counted. */
final class EndpointHost {
  private EndpointHost() {}

  static String of(String endpoint) {
    URI uri = URI.create(endpoint);
    int port = uri.getPort() < 0 ? defaultPort(uri) : uri.getPort();
    return uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }

  private static int defaultPort(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
  }
}
