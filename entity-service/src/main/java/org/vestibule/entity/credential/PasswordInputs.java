package org.vestibule.entity.credential;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.vestibule.entity.problem.Violations;

/** Reads what a writer gives for a password: the plain text, or an object with a hash. */
public final class PasswordInputs {
  /** Longest password in bytes of UTF-8; longer ones are refused, never cut. */
  public static final int MAX_BYTES = 1_024;

  private static final int MAX_HASH = 1_024;
  private static final Set<String> MEMBERS = Set.of("type", "value", "salt");

  private PasswordInputs() {}

  /** Reads a value that is not null. */
  public static PasswordInput read(JsonNode given, String at) {
    if (given.isTextual()) {
      return plain(given.textValue(), at);
    }
    if (!given.isObject()) {
      throw Violations.invalidJsonType(at);
    }
    return hashed(given, at);
  }

  private static PasswordInput plain(String text, String at) {
    if (text.isEmpty()) {
      throw Violations.invalidFormat(at, "a password must not be empty");
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw Violations.tooLong(at);
    }
    return new PasswordInput.Plain(text);
  }

  private static PasswordInput hashed(JsonNode given, String at) {
    String type = given.path("type").textValue();
    if (type != null && given.size() == 1) {
      return new PasswordInput.Kept(type);
    }
    if (!hasForm(given)) {
      throw Violations.invalidFormat(at, "a stored password has type, value and perhaps salt");
    }
    StoredPassword password = StoredPassword.of(given);
    if (!PasswordType.accepts(password)) {
      throw Violations.invalidFormat(at, "the type or the form of the value is not known");
    }
    return new PasswordInput.Hashed(password);
  }

  private static boolean hasForm(JsonNode given) {
    return given.has("type")
        && given.has("value")
        && given.properties().stream()
            .allMatch(
                it ->
                    MEMBERS.contains(it.getKey())
                        && it.getValue().isTextual()
                        && it.getValue().textValue().length() <= MAX_HASH
                        && !it.getValue().textValue().contains("\0"));
  }
}
