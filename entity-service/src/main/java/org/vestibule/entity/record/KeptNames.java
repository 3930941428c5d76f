package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vestibule.entity.date.DateParser;
import org.vestibule.entity.problem.Violations;

/** The names and times that a record brings from where it was before. */
record KeptNames(
    OptionalLong id, Optional<UUID> uuid, Optional<Instant> created, Optional<Instant> updated) {
  /**
   * A higher number would leave too few for those that come after it: the ids of an application
   * never go back.
   */
  static final long HIGHEST_ID = 1_000_000_000_000_000L;

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  static KeptNames of(Map<String, JsonNode> reserved, DateParser dates) {
    return new KeptNames(
        id(reserved),
        text(reserved, "uuid").map(KeptNames::uuid),
        time(reserved, "created", dates),
        time(reserved, "lastUpdated", dates));
  }

  private static OptionalLong id(Map<String, JsonNode> reserved) {
    JsonNode given = reserved.get("id");
    return given == null || given.isNull()
        ? OptionalLong.empty()
        : OptionalLong.of(number(given, "/id"));
  }

  /** An id that may be kept. */
  static long number(JsonNode given, String at) {
    if (!given.isIntegralNumber()) {
      throw Violations.invalidJsonType(at);
    }
    if (!given.canConvertToLong() || given.longValue() < 1 || given.longValue() > HIGHEST_ID) {
      throw Violations.invalidFormat(at, "an id is a number from 1 to " + HIGHEST_ID);
    }
    return given.longValue();
  }

  private static UUID uuid(String text) {
    if (!UUID_FORM.matcher(text).matches()) {
      throw Violations.invalidFormat("/uuid", "not a UUID");
    }
    return UUID.fromString(text);
  }

  private static Optional<Instant> time(
      Map<String, JsonNode> reserved, String name, DateParser dates) {
    return text(reserved, name)
        .map(it -> dates.parse(it).orElseThrow(() -> Violations.invalidDate("/" + name)));
  }

  private static Optional<String> text(Map<String, JsonNode> reserved, String name) {
    JsonNode given = reserved.get(name);
    if (given == null || given.isNull()) {
      return Optional.empty();
    }
    if (!given.isTextual()) {
      throw Violations.invalidJsonType("/" + name);
    }
    return Optional.of(given.textValue());
  }
}
