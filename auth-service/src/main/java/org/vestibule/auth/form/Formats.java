package org.vestibule.auth.form;

import com.google.re2j.Pattern;
import java.util.Map;

/** The named formats of the {@code format} rule. */
final class Formats {
  private static final Map<String, Pattern> PATTERNS =
      Map.ofEntries(
          Map.entry("alpha", Pattern.compile("(?i)[a-z]+")),
          Map.entry("alphaExtended", Pattern.compile("[a-zA-Z\\-']+")),
          Map.entry("alphaExtendedSpaces", Pattern.compile("[a-zA-Z\\-'\\s]+")),
          Map.entry("alphaNumeric", Pattern.compile("(?i)[a-z0-9]+")),
          Map.entry("alphaNumericExtended", Pattern.compile("[a-zA-Z0-9\\-']+")),
          Map.entry("i18nAlphaNumeric", Pattern.compile("[\\p{L}\\p{N}]+")),
          Map.entry("noWhitespace", Pattern.compile("\\S+")),
          Map.entry("numeric", Pattern.compile("\\d+")),
          Map.entry("numericReal", Pattern.compile("-?\\d+(\\.\\d+)?")),
          Map.entry("phone", Pattern.compile("\\D*(\\d\\D*){10}")),
          Map.entry("phoneInternational", Pattern.compile("\\+?[\\d\\s().\\-]{7,20}")),
          Map.entry("zipCode", Pattern.compile("\\d{5}")),
          Map.entry("zipCode+4", Pattern.compile("\\d{5}(-\\d{4})?")));

  private Formats() {}

  static boolean matches(String format, String value) {
    if (format.equals("email")) {
      return EmailFormat.matches(value);
    }
    Pattern pattern = PATTERNS.get(format);
    return pattern == null || pattern.matches(value);
  }
}
