package org.vestibule.hosted.token;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The browser origins behind redirect addresses (RFC 6454): those of web pages alone. */
final class RedirectOrigins {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private RedirectOrigins() {}

  static Set<String> of(Collection<String> redirectUris) {
    return redirectUris.stream()
        .map(RedirectOrigins::origin)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<String> origin(String redirectUri) {
    try {
      URI uri = URI.create(redirectUri);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"))
          ? Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port(scheme, uri))
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static String port(String scheme, URI uri) {
    int usual = scheme.equals("https") ? HTTPS : HTTP;
    return uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
  }
}
