package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.entity.credential.PasswordInput;
import org.vestibule.entity.credential.PasswordInputs;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.json.Json;

/**
 * The former passwords of a record in a file: the member {@code history} of its password, the
 * newest first. No other reader or writer sees them.
 */
final class FormerPasswords {
  private static final String NAME = "password";
  private static final String PATH = "/" + NAME;
  private static final String MEMBER = "history";
  private static final int MOST = 10;

  private FormerPasswords() {}

  /** Takes them out of a record, so that it looks like any other. */
  static ArrayNode takenFrom(EntityType type, ObjectNode input) {
    return isPassword(type) && input.path(NAME) instanceof ObjectNode given && given.has(MEMBER)
        ? taken(input, given)
        : Json.array();
  }

  private static boolean isPassword(EntityType type) {
    return type.schema()
        .root()
        .child(NAME)
        .filter(it -> it.type() == AttributeType.PASSWORD)
        .isPresent();
  }

  private static ArrayNode taken(ObjectNode input, ObjectNode given) {
    JsonNode former = given.remove(MEMBER);
    if (given.isEmpty()) {
      input.putNull(NAME);
    }
    if (!former.isArray() || former.size() > MOST) {
      throw invalid();
    }
    ArrayNode hashes = Json.array();
    former.forEach(it -> hashes.add(stored(it)));
    return hashes;
  }

  private static ObjectNode stored(JsonNode given) {
    if (PasswordInputs.read(given, PATH) instanceof PasswordInput.Hashed hashed) {
      return hashed.password().json();
    }
    throw invalid();
  }

  private static RuntimeException invalid() {
    return Violations.invalidFormat(PATH, "its history is a list of at most ten stored passwords");
  }

  /** Shows them in a document whose passwords are shown. */
  static void show(EntityType type, RecordState state) {
    ArrayNode former = PasswordHistory.former(type, state.passwords());
    if (!former.isEmpty() && isPassword(type)) {
      ObjectNode password =
          state.doc().path(NAME) instanceof ObjectNode current ? current : Json.object();
      state.doc().set(NAME, password.set(MEMBER, former));
    }
  }
}
