package org.vestibule.entity.record;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.vestibule.entity.schema.Constraint;

/** The constraints on the characters of a text. */
final class Characters {
  private static final int LAST_PRINTABLE = 0xFFFF;
  private static final int DELETE = 0x7F;
  private static final Map<Constraint, Predicate<String>> RULES = new EnumMap<>(Constraint.class);

  static {
    RULES.put(Constraint.ALPHABETIC, Pattern.compile("[A-Za-z]*").asMatchPredicate());
    RULES.put(Constraint.ALPHANUMERIC, Pattern.compile("[A-Za-z0-9]*").asMatchPredicate());
    RULES.put(Constraint.UNICODE_LETTERS, Pattern.compile("[\\p{L}\\p{M}]*").asMatchPredicate());
    RULES.put(
        Constraint.UNICODE_PRINTABLE, text -> text.codePoints().allMatch(Characters::isPrintable));
    RULES.put(Constraint.EMAIL_ADDRESS, EmailAddress::isValid);
  }

  private Characters() {}

  static boolean fit(Constraint constraint, String text) {
    Predicate<String> rule = RULES.get(constraint);
    return rule == null || rule.test(text);
  }

  private static boolean isPrintable(int codePoint) {
    return codePoint >= ' ' && codePoint < DELETE || isPrintableAbroad(codePoint);
  }

  private static boolean isPrintableAbroad(int codePoint) {
    return codePoint <= LAST_PRINTABLE
        && switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
