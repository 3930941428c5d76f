package org.vestibule.entity.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.type.Conditions;

/** Reads the arguments of the operations on versions. */
final class VersionArguments {
  private static final String TIME = "timestamp";
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private VersionArguments() {}

  /** The record: its uuid or its id. */
  static Filter record(Arguments arguments) {
    arguments.exclude("uuid", "id");
    if (arguments.text("id").isPresent()) {
      return Filter.byId(arguments.number("id", 0, 0, Long.MAX_VALUE));
    }
    UUID uuid = arguments.uuid("uuid");
    return Filter.byUuid(uuid);
  }

  /** The time; now is when nothing newer was written, whatever the clocks of the replicas say. */
  static Instant time(Arguments arguments, Conditions conditions) {
    Optional<String> given = arguments.text(TIME).filter(it -> !it.strip().equalsIgnoreCase("now"));
    return given.map(it -> time(it, conditions)).orElse(LATEST);
  }

  private static Instant time(String text, Conditions conditions) {
    return conditions
        .time(text)
        .orElseThrow(() -> Violations.invalidArgument(TIME, "it is not a date"));
  }
}
