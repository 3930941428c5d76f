package org.vestibule.platform.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many steps a regular expression has once its counted repetitions are written out. Nested ones
 * multiply: a pattern of twenty characters can fill the memory of the service.
 */
final class PatternSize {
  private static final long MOST = 1_000_000;
  // A counted repetition, an escaped character, a class, or any other single character.
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\{(\\d{1,6})(?:,(\\d{0,6}))?\\}|\\\\[pPx]\\{[^}]*\\}|(?s:\\\\.)"
              + "|\\[\\^?\\]?(?:\\[:[^\\]]*\\]|(?s:\\\\.)|[^\\]\\\\])*\\]|(?s:.)");

  private final Deque<Long> outer = new ArrayDeque<>();
  private long total;
  private long last;

  private PatternSize() {}

  static long of(String pattern) {
    PatternSize size = new PatternSize();
    Matcher tokens = TOKEN.matcher(pattern);
    while (tokens.find()) {
      size.read(tokens);
    }
    return size.total;
  }

  private void read(Matcher token) {
    if (token.group(1) != null) {
      repeat(times(token));
      return;
    }
    switch (token.group()) {
      case "(" -> open();
      case ")" -> close();
      default -> add(1);
    }
  }

  private static long times(Matcher token) {
    long least = Long.parseLong(token.group(1));
    String most = token.group(2);
    return most == null || most.isEmpty() ? least : Math.max(least, Long.parseLong(most));
  }

  private void repeat(long times) {
    total = Math.min(MOST, total - last);
    add(Math.min(MOST, last * Math.max(1, times)));
  }

  private void open() {
    outer.push(total);
    total = 0;
  }

  private void close() {
    long group = Math.max(1, total);
    total = outer.isEmpty() ? 0 : outer.pop();
    add(group);
  }

  private void add(long steps) {
    last = steps;
    total = Math.min(MOST, total + steps);
  }
}
