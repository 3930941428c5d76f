package org.vestibule.config.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.Parameters;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ProblemException;

/** Reads the parameters of a call (legacy-settings.md 0.1). */
record LegacyArguments(Parameters parameters) {
  /** Empty is a value of these alone; for the others it means absent. */
  private static final Set<String> MAY_BE_EMPTY = Set.of("value", "description");

  /** Refuses the call when one of the parameters is missing, naming all that are. */
  LegacyArguments require(String... names) {
    List<String> missing = Stream.of(names).filter(it -> text(it).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw CaptureProblem.missingArguments(missing).exception();
    }
    return this;
  }

  Optional<String> text(String name) {
    return MAY_BE_EMPTY.contains(name) ? parameters.get(name) : parameters.filled(name);
  }

  String required(String name) {
    return require(name).text(name).orElseThrow();
  }

  /** A JSON array of strings, or empty. */
  Optional<List<String>> texts(String name) {
    return text(name).map(text -> texts(name, json(name, text)));
  }

  /** The members of a JSON object. */
  JsonNode object(String name) {
    JsonNode value = json(name, required(name));
    if (!value.isObject()) {
      throw invalid(name, "must be a JSON object");
    }
    return value;
  }

  /** Whether a switch is on; absent is off. */
  boolean flag(String name) {
    String text = text(name).orElse("false");
    if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      throw invalid(name, "must be true or false");
    }
    return text.equalsIgnoreCase("true");
  }

  static ProblemException invalid(String name, String reason) {
    return CaptureProblem.invalidArgument(name, reason).exception();
  }

  static void refuse(String name, Optional<String> reason) {
    reason.ifPresent(
        text -> {
          throw invalid(name, text);
        });
  }

  private static List<String> texts(String name, JsonNode array) {
    List<JsonNode> items = StreamSupport.stream(array.spliterator(), false).toList();
    if (!array.isArray() || !items.stream().allMatch(JsonNode::isTextual)) {
      throw invalid(name, "must be a JSON array of strings");
    }
    return items.stream().map(JsonNode::textValue).toList();
  }

  private static JsonNode json(String name, String text) {
    try {
      return Json.parse(text);
    } catch (Json.Malformed malformed) {
      throw invalid(name, "the JSON is not syntactically valid");
    }
  }
}
