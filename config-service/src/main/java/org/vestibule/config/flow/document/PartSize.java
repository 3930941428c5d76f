package org.vestibule.config.flow.document;

import com.fasterxml.jackson.databind.JsonNode;

/** About how many characters a part takes; every value counts for sixteen more. */
final class PartSize {
  private static final long EACH = 16;

  private PartSize() {}

  /** The size of a part; no part has none. */
  static long of(JsonNode part) {
    if (part == null) {
      return 0;
    }
    long sum = part.isTextual() ? EACH + part.textValue().length() : EACH;
    for (JsonNode child : part) {
      sum += of(child);
    }
    return sum;
  }
}
