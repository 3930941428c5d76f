package org.vestibule.entity.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vestibule.entity.problem.Violations;

/** Reads lists of names that the wire knows. */
final class NameSets {
  private NameSets() {}

  static <T> Set<T> read(
      JsonNode names, Function<String, Optional<T>> known, String argument, String kind) {
    Set<T> all = new LinkedHashSet<>();
    if (names.isMissingNode() || names.isNull()) {
      return all;
    }
    if (!names.isArray()) {
      throw Violations.invalidArgument(argument, "it is not a list");
    }
    for (JsonNode name : names) {
      all.add(
          known
              .apply(name.asText())
              .orElseThrow(
                  () ->
                      Violations.invalidArgument(
                          argument, "there is no " + kind + " " + name.asText())));
    }
    return all;
  }
}
