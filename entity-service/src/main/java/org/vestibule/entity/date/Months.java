package org.vestibule.entity.date;

import java.util.List;
import java.util.Optional;

/** Months as numbers or English names, upper case. */
final class Months {
  private static final List<String> NAMES =
      List.of(
          "JANUARY",
          "FEBRUARY",
          "MARCH",
          "APRIL",
          "MAY",
          "JUNE",
          "JULY",
          "AUGUST",
          "SEPTEMBER",
          "OCTOBER",
          "NOVEMBER",
          "DECEMBER");
  private static final int SHORTEST = 3;

  private Months() {}

  static Optional<Integer> number(String text) {
    return Character.isDigit(text.charAt(0)) ? Optional.of(Integer.valueOf(text)) : named(text);
  }

  private static Optional<Integer> named(String text) {
    for (int i = 0; i < NAMES.size(); i++) {
      if (isNameOf(text, NAMES.get(i))) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  private static boolean isNameOf(String text, String name) {
    return text.equals(name)
        || text.equals("SEPT") && name.startsWith(text)
        || text.length() == SHORTEST && name.startsWith(text);
  }
}
