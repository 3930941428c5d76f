package org.vestibule.auth.form;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Addresses that mail can be sent to, without quoting and comments. A backtracking engine is safe
 * here: dots and {@code @} occur in no part, so parts split in one way only, and the length is
 * bounded before.
 */
final class EmailFormat {
  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final String ATOM = "[^\\s\\p{Z}\\p{C}@<>()\\[\\],;:\\\\\".]+";
  private static final String LABEL =
      "[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}\\-]{0,61}[\\p{L}\\p{M}\\p{N}])?";
  private static final Pattern ADDRESS =
      Pattern.compile("(" + ATOM + "(\\." + ATOM + ")*)@(" + LABEL + "\\.)+" + LABEL);

  private EmailFormat() {}

  static boolean matches(String value) {
    return bytes(value) <= LONGEST_ADDRESS
        && bytes(value.substring(0, Math.max(0, value.indexOf('@')))) <= LONGEST_LOCAL_PART
        && ADDRESS.matcher(value).matches();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
