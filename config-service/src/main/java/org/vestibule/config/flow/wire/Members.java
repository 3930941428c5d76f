package org.vestibule.config.flow.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the members of a request body, with the refusals of this family. */
public final class Members {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,100}");
  private static final int LONGEST = 8_192;

  private Members() {}

  /** A member that must be there. */
  public static JsonNode require(ObjectNode body, String member) {
    JsonNode value = body.path(member);
    if (value.isMissingNode() || value.isNull()) {
      throw FlowError.MISSING.exception(member);
    }
    return value;
  }

  /** A text that must be there. */
  public static String text(ObjectNode body, String member) {
    require(body, member);
    return optionalText(body, member).orElseThrow();
  }

  /** A text that may be absent. */
  public static Optional<String> optionalText(JsonNode body, String member) {
    JsonNode value = body.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.textValue().length() > LONGEST) {
      throw FlowError.MUST_BE.at(member, "a string of at most " + LONGEST + " characters");
    }
    return Optional.of(value.textValue());
  }

  /** A truth value that must be there. */
  public static boolean flag(ObjectNode body, String member) {
    return requireFlag(require(body, member), member);
  }

  /** A truth value, or else the given one. */
  public static boolean flag(JsonNode body, String member, boolean otherwise) {
    JsonNode value = body.path(member);
    return value.isMissingNode() || value.isNull() ? otherwise : requireFlag(value, member);
  }

  private static boolean requireFlag(JsonNode value, String member) {
    if (!value.isBoolean()) {
      throw FlowError.MUST_BE.at(member, "true or false");
    }
    return value.booleanValue();
  }

  /** The name of a new part, which no part of the flow may have. */
  public static String name(ObjectNode body, String kind) {
    String name = text(body, "name");
    if (!isName(name)) {
      throw FlowError.NAME_FORM.exception(kind);
    }
    return name;
  }

  /** Whether the text has the form of a name. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Refuses a body that names another part than the path. */
  public static void requireSameName(ObjectNode body, String kind, String name) {
    optionalText(body, "name")
        .filter(given -> !given.equals(name))
        .ifPresent(
            given -> {
              throw FlowError.NAME_MISMATCH.exception(kind, name, given);
            });
  }

  /** An array, or refused; absent is empty. */
  public static Iterable<JsonNode> list(JsonNode body, String member, int most) {
    JsonNode value = body.path(member);
    boolean absent = value.isMissingNode() || value.isNull();
    if (!absent && (!value.isArray() || value.size() > most)) {
      throw FlowError.MUST_BE.at(member, "a list of at most " + most + " elements");
    }
    return value;
  }
}
