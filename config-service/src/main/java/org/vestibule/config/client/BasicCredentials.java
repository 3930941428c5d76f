package org.vestibule.config.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Client id and secret of an {@code Authorization: Basic} header. */
record BasicCredentials(String clientId, String secret) {
  private static final String SCHEME = "Basic ";

  /** Empty when there is no header, another scheme, or text that is not of the form. */
  static Optional<BasicCredentials> parse(String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    return decode(header.substring(SCHEME.length()).trim()).flatMap(BasicCredentials::split);
  }

  private static Optional<String> decode(String base64) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<BasicCredentials> split(String pair) {
    int colon = pair.indexOf(':');
    return colon < 1
        ? Optional.empty()
        : Optional.of(new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return "BasicCredentials[" + clientId + ", ***]";
  }
}
