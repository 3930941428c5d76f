package org.vestibule.platform.template;

import java.util.List;
import java.util.regex.Pattern;

/** A dotted name; the first part is searched from the inner scope outwards, the rest below it. */
record TagName(String text, List<String> parts) {

  /** The current value itself. */
  static final String CURRENT = ".";

  private static final Pattern FORM = Pattern.compile("\\.|[\\w$:@-]+(\\.[\\w$:@-]+)*");

  static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  static TagName of(String text) {
    return new TagName(text, text.equals(CURRENT) ? List.of() : List.of(text.split("\\.")));
  }

  boolean isCurrent() {
    return parts.isEmpty();
  }

  String first() {
    return parts.get(0);
  }

  List<String> rest() {
    return parts.subList(1, parts.size());
  }
}
