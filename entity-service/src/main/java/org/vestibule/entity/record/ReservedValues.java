package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.vestibule.entity.date.WireDates;
import org.vestibule.entity.problem.Violations;

/** Lets reserved attributes of an input pass when they say what the record says anyway. */
final class ReservedValues {
  private ReservedValues() {}

  static void check(Map<String, JsonNode> given, RecordState state) {
    given.forEach(
        (name, value) -> {
          if (!value.asText().equalsIgnoreCase(actual(name, state))) {
            throw Violations.reservedAttribute("/" + name);
          }
        });
  }

  private static String actual(String name, RecordState state) {
    return switch (name) {
      case "id" -> Long.toString(state.id());
      case "uuid" -> state.uuid().toString();
      case "created" -> WireDates.timestamp(state.created());
      default -> WireDates.timestamp(state.lastUpdated());
    };
  }
}
