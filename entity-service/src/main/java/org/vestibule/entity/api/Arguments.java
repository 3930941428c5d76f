package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vestibule.entity.problem.Violations;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.json.Json;

/** Reads the parameters of a call in the types that the operations want. */
final class Arguments {
  private static final String NOT_JSON = "the JSON is not syntactically valid";
  private static final int LONGEST_NUMBER = 18;
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final CaptureRequest request;

  Arguments(CaptureRequest request) {
    this.request = request;
  }

  Optional<String> text(String name) {
    return request.parameters().filled(name);
  }

  String required(String name) {
    return request.required(name);
  }

  /** At most one of two parameters. */
  void exclude(String one, String other) {
    if (text(one).isPresent() && text(other).isPresent()) {
      throw CaptureProblem.duplicateArgument(other).exception();
    }
  }

  boolean flag(String name) {
    return text(name).map(it -> flag(name, it.toLowerCase(Locale.ROOT))).orElse(false);
  }

  /** The same, which must be there. */
  boolean requiredFlag(String name) {
    required(name);
    return flag(name);
  }

  private static boolean flag(String name, String text) {
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw Violations.invalidArgument(name, "it is not a boolean");
    };
  }

  long number(String name, long byDefault, long least, long most) {
    return text(name).map(it -> number(name, it, least, most)).orElse(byDefault);
  }

  private static long number(String name, String text, long least, long most) {
    if (text.length() > LONGEST_NUMBER || !text.matches("[0-9]+")) {
      throw Violations.invalidArgument(name, "it is not a number");
    }
    long number = Long.parseLong(text);
    if (number < least || number > most) {
      throw Violations.invalidArgument(name, "it must be between " + least + " and " + most);
    }
    return number;
  }

  JsonNode json(String name) {
    try {
      return Json.parse(required(name));
    } catch (Json.Malformed malformed) {
      throw Violations.invalidArgument(name, NOT_JSON);
    }
  }

  ObjectNode object(String name) {
    if (json(name) instanceof ObjectNode object) {
      return object;
    }
    throw Violations.invalidArgument(name, "it is not a JSON object");
  }

  /** A JSON array of texts. */
  Optional<List<String>> texts(String name) {
    return text(name).map(it -> texts(name, json(name)));
  }

  /** The same, which must be there. */
  List<String> requiredTexts(String name) {
    return texts(name, json(name));
  }

  UUID uuid(String name) {
    String lower = required(name).toLowerCase(Locale.ROOT);
    if (!UUID_FORM.matcher(lower).matches()) {
      throw Violations.invalidArgument(name, "invalid uuid");
    }
    return UUID.fromString(lower);
  }

  /** A JSON array of texts, one text, or several with commas between them. */
  Optional<List<String>> looseTexts(String name) {
    return text(name)
        .map(it -> it.strip().startsWith("[") ? texts(name, json(name)) : split(unquoted(it)));
  }

  private static List<String> texts(String name, JsonNode array) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array) {
      if (!element.isTextual()) {
        throw Violations.invalidArgument(name, "it is not a list of attributes");
      }
      texts.add(element.textValue());
    }
    if (!array.isArray()) {
      throw Violations.invalidArgument(name, "it is not a list of attributes");
    }
    return texts;
  }

  /** A text without the quotes of a JSON string. */
  static String unquoted(String text) {
    return text.strip().replaceAll("^\"|\"$", "");
  }

  private static List<String> split(String text) {
    return List.of(text.split("\\s*,\\s*"));
  }
}
