package org.vestibule.hosted.customer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The address that a customer keeps for good, because issuers are made of it: chosen when the
 * customer is made, never taken from a request.
 */
public final class BaseUrl {
  private static final Logger LOG = Logger.getLogger(BaseUrl.class);
  private static final Set<String> SCHEMES = Set.of("https", "http");
  private static final int LONGEST = 255;

  private BaseUrl() {}

  /** The address that the operator set, if it is one, else that of the primary domain. */
  public static String of(Optional<String> setting, String primaryDomain) {
    Optional<String> usable = setting.map(String::strip).map(BaseUrl::withoutSlash);
    if (usable.isPresent() && !isAddress(usable.get())) {
      LOG.warnf("capture_server_url is no base address, %s is taken instead", primaryDomain);
    }
    return usable.filter(BaseUrl::isAddress).orElse("https://" + primaryDomain);
  }

  private static String withoutSlash(String text) {
    return text.replaceFirst("/+$", "");
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = new URI(text);
      return uri.getScheme() != null
          && SCHEMES.contains(uri.getScheme())
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && text.length() <= LONGEST;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
