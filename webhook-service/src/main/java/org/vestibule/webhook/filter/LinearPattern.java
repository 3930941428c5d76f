package org.vestibule.webhook.filter;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** A regular expression that is matched in linear time and has a bounded size. */
final class LinearPattern {
  private static final int LONGEST = 256;
  private static final int MOST_COPIES = 256;
  private static final int MOST_STEPS = 4_000;
  private static final int STEPS_PER_UNIT = 4;
  private static final Pattern REPETITION = Pattern.compile("\\{([0-9]+)(?:,([0-9]*))?\\}");

  private final Pattern pattern;

  private LinearPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  static LinearPattern of(String text) {
    if (text.length() > LONGEST || copies(text) > MOST_COPIES) {
      throw Refusal.because("has a pattern that is too large");
    }
    return new LinearPattern(compile(text));
  }

  private static Pattern compile(String text) {
    try {
      Pattern pattern = Pattern.compile(text);
      if (pattern.programSize() > MOST_STEPS) {
        throw Refusal.because("has a pattern that is too large");
      }
      return pattern;
    } catch (PatternSyntaxException malformed) {
      throw Refusal.because("has a pattern that cannot be read");
    }
  }

  /** Counted repetitions are written out by the compiler, and nested ones multiply. */
  private static long copies(String text) {
    long product = 1;
    Matcher repetitions = REPETITION.matcher(text);
    while (repetitions.find() && product <= MOST_COPIES) {
      product *= Math.max(1, Math.max(count(repetitions.group(1)), count(repetitions.group(2))));
    }
    return product;
  }

  private static long count(String digits) {
    if (digits == null || digits.isEmpty()) {
      return 0;
    }
    return digits.length() > 4 ? MOST_COPIES + 1 : Long.parseLong(digits);
  }

  boolean isFoundIn(String text, Effort effort) {
    effort.spend(1 + (long) pattern.programSize() * text.length() / STEPS_PER_UNIT);
    return pattern.matcher(text).find();
  }
}
