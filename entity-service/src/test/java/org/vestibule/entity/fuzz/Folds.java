package org.vestibule.entity.fuzz;

import java.util.Map;

/** The forms of texts without regard to case; the database made them, Java never folds. */
public record Folds(Map<String, String> byText) {
  String of(String text) {
    String folded = byText.get(text);
    if (folded == null) {
      throw new IllegalStateException("not folded: " + text);
    }
    return folded;
  }
}
