package org.vestibule.platform.scope;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the bearer token of an {@code Authorization} header (RFC 6750, 2.1). */
public final class BearerToken {
  private static final Pattern FORM =
      Pattern.compile("bearer +([A-Za-z0-9._~+/-]+=*) *", Pattern.CASE_INSENSITIVE);

  private BearerToken() {}

  /** The token, or empty when the header is absent, of another scheme or malformed. */
  public static Optional<String> of(String header) {
    Matcher form = FORM.matcher(header == null ? "" : header);
    return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
  }
}
