package org.vestibule.config.flow.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * Texts that can be stored and sent: PostgreSQL knows no U+0000, and half a surrogate pair, which
 * JSON can name, has no UTF-8.
 */
public final class WellFormed {
  private WellFormed() {}

  /** The text with a question mark in place of every half pair. */
  public static String text(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** Refuses a value that holds a text, or a name of a member, which cannot be stored. */
  public static void require(JsonNode value) {
    if (value.isTextual()) {
      require(value.textValue());
    }
    value.properties().forEach(it -> require(it.getKey()));
    value.forEach(WellFormed::require);
  }

  private static void require(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == 0 || Character.isSurrogate(character) && !isPair(text, i)) {
        throw FlowError.NOT_STORABLE.exception();
      }
    }
  }

  private static boolean isPair(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
