package org.vestibule.auth.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.vestibule.auth.upstream.AccountQuery;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.Parameters;
import org.vestibule.platform.json.Json;

/** Reads the parameters that name one record (authentication.md 8). */
final class RecordSelector {
  private static final String KEY = "key_attribute";
  private static final String VALUE = "key_value";
  private static final int LONGEST_VALUE = 4096;

  private RecordSelector() {}

  static AccountQuery of(Parameters given) {
    boolean hasKey = given.filled(KEY).isPresent() || given.filled(VALUE).isPresent();
    List<String> named =
        Stream.of("uuid", "id").filter(name -> given.filled(name).isPresent()).toList();
    if (named.size() + (hasKey ? 1 : 0) > 1) {
      throw CaptureProblem.duplicateArgument(hasKey ? KEY : "id").exception();
    }
    if (hasKey) {
      return byKey(given.required(KEY), given.required(VALUE));
    }
    return named.contains("id")
        ? AccountQuery.byId(id(given.required("id")))
        : AccountQuery.byUuid(uuid(given.required("uuid")));
  }

  private static AccountQuery byKey(String attribute, String value) {
    if (value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0) {
      throw CaptureProblem.recordNotFound().exception();
    }
    return AccountQuery.byKey(attribute, json(value));
  }

  private static JsonNode json(String value) {
    try {
      return Json.parse(value);
    } catch (Json.Malformed bareText) {
      return TextNode.valueOf(value);
    }
  }

  private static long id(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw CaptureProblem.invalidArgument("id", "it is not a number").exception();
    }
    return Long.parseLong(text);
  }

  private static UUID uuid(String text) {
    if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      throw CaptureProblem.invalidArgument("uuid", "invalid uuid").exception();
    }
    return UUID.fromString(text);
  }
}
