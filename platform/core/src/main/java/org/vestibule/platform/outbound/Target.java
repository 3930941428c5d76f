package org.vestibule.platform.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vestibule.platform.net.IpLiteral;
import org.vestibule.platform.outbound.OutboundException.Reason;

/** Where a call goes, taken apart once so that no second parser can understand it differently. */
record Target(boolean isTls, String host, int port, String path) {

  private static final int MAX_URL = 4_096;
  private static final int MAX_PORT = 65_535;
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  static Target parse(String url) {
    URI uri = uri(url);
    boolean isTls = isTls(uri.getScheme());
    if (uri.getRawUserInfo() != null || uri.getHost() == null) {
      throw refused("the URL must name a host and no user");
    }
    int port = uri.getPort() < 0 ? (isTls ? 443 : 80) : uri.getPort();
    if (port == 0 || port > MAX_PORT) {
      throw refused("the URL has no valid port");
    }
    return new Target(isTls, host(uri.getHost()), port, path(uri));
  }

  /** The address itself when the URL holds one instead of a name. */
  Optional<InetAddress> literal() {
    return IpLiteral.parse(host);
  }

  /** The host as it stands in a Host header. */
  String authorityHost() {
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  private static URI uri(String url) {
    if (url.length() > MAX_URL || !url.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw refused("the URL is too long or has characters that must be encoded");
    }
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw refused("the URL is malformed");
    }
  }

  private static boolean isTls(String scheme) {
    if ("https".equalsIgnoreCase(scheme)) {
      return true;
    }
    if ("http".equalsIgnoreCase(scheme)) {
      return false;
    }
    throw new OutboundException(Reason.SCHEME, "the URL must begin with https:");
  }

  /** Only names and plain addresses: 2130706433, 0x7f.1 and 0177.0.0.1 mean 127.0.0.1 to some. */
  private static String host(String text) {
    String host = text.toLowerCase(Locale.ROOT);
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    if (IpLiteral.parse(host).isEmpty() && !NAME.matcher(host).matches()) {
      throw refused("the URL's host is neither a name nor a plainly written address");
    }
    return host;
  }

  private static String path(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  private static OutboundException refused(String why) {
    return new OutboundException(Reason.URL, why);
  }
}
