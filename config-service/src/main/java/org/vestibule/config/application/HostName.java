package org.vestibule.config.application;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one stored form of a host: lower-case ASCII without port and without a final dot. */
public final class HostName {
  private static final int MAX_LENGTH = 253;
  private static final Pattern LABELS =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
              + "(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

  private HostName() {}

  /** The stored form, or empty when the text names no host. */
  public static Optional<String> parse(String text) {
    if (text == null || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return ascii(text).filter(host -> LABELS.matcher(host).matches());
  }

  private static Optional<String> ascii(String text) {
    String host = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    try {
      return Optional.of(IDN.toASCII(host).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException notAName) {
      return Optional.empty();
    }
  }
}
