package org.vestibule.platform.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** A regular expression that somebody configured, matched in time linear in the text. */
public final class LinearPattern {
  private static final int LONGEST_PATTERN = 1000;
  private static final int MOST_STEPS = 2000;

  private final Pattern pattern;

  private LinearPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Reads an expression; one that is malformed or too large is refused with the reason. */
  public static LinearPattern of(String expression) {
    if (expression.length() > LONGEST_PATTERN || PatternSize.of(expression) > MOST_STEPS) {
      throw new IllegalArgumentException("a pattern is too long");
    }
    try {
      return new LinearPattern(Pattern.compile(expression));
    } catch (PatternSyntaxException malformed) {
      throw new IllegalArgumentException("a pattern is malformed");
    }
  }

  /** Whether it fits somewhere in a text. */
  public boolean isIn(String text) {
    return pattern.matcher(text).find();
  }

  /** Whether it fits a whole text. */
  public boolean fits(String text) {
    return pattern.matcher(text).matches();
  }
}
