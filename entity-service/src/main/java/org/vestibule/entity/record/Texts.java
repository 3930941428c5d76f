package org.vestibule.entity.record;

import java.nio.charset.StandardCharsets;

/** What PostgreSQL can store in a text. */
final class Texts {
  private Texts() {}

  /** Whether a text has no NUL and no half of a surrogate pair. */
  static boolean isStorable(String text) {
    return text.indexOf('\0') < 0 && (isAscii(text) || hasWholePairs(text));
  }

  /** Copies, and is still some times faster than a look at each character. */
  private static boolean isAscii(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length == text.length();
  }

  private static boolean hasWholePairs(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c) && !isPair(text, i)) {
        return false;
      }
      i += Character.isHighSurrogate(c) ? 1 : 0;
    }
    return true;
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }
}
