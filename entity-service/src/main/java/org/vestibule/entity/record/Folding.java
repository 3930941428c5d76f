package org.vestibule.entity.record;

import java.util.Locale;
import java.util.Map;

/**
 * The folded forms of texts that are compared without regard to case. PostgreSQL folds; only for
 * plain ASCII, where all agree, it is not asked.
 */
record Folding(Map<String, String> folded) {
  static final Folding ASCII_ONLY = new Folding(Map.of());

  static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  String of(String text) {
    return isPlain(text) ? text.toLowerCase(Locale.ROOT) : folded.getOrDefault(text, text);
  }
}
