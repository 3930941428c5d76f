package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.record.Expected;
import org.vestibule.entity.record.Selected;
import org.vestibule.entity.type.Conditions;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.json.Json;

/**
 * Reads the arguments that name one record: its uuid, its id, or the value of a unique attribute.
 */
final class Locator {
  private static final String KEY = "key_attribute";
  private static final String KEY_VALUE = "key_value";

  private final Conditions conditions;
  private final Arguments arguments;
  private final Optional<UUID> uuid;
  private final Optional<Long> id;
  private final Optional<String> key;
  private final Optional<JsonNode> keyValue;
  private final Expected expected;

  private Locator(Conditions conditions, Arguments arguments, boolean isNamed) {
    this.conditions = conditions;
    this.arguments = arguments;
    this.uuid = named(isNamed, "uuid").map(it -> arguments.uuid("uuid"));
    this.id = named(isNamed, "id").map(it -> arguments.number("id", 0, 0, Long.MAX_VALUE));
    this.key = named(isNamed, KEY);
    this.keyValue = named(isNamed, KEY_VALUE).map(Locator::value);
    this.expected =
        new Expected(given("created"), given("lastUpdated").or(() -> given("last_updated")));
  }

  /** Reads the arguments of a call; with a token the record is the token's. */
  static Locator of(Call call, Conditions conditions) {
    boolean isNamed = !call.caller().isToken();
    if (isNamed) {
      requireOne(call.arguments());
    }
    return new Locator(conditions, call.arguments(), isNamed);
  }

  private Optional<String> named(boolean isNamed, String argument) {
    return isNamed ? arguments.text(argument) : Optional.empty();
  }

  /** The record in the type of the call. */
  Selected in(TypedCall call) {
    return new Selected(where(call), expected);
  }

  private Filter where(TypedCall call) {
    return call.call()
        .caller()
        .token()
        .map(grant -> Filter.byUuid(grant.recordUuid()))
        .or(() -> uuid.map(Filter::byUuid))
        .or(() -> id.map(Filter::byId))
        .orElseGet(() -> byKey(call));
  }

  private Filter byKey(TypedCall call) {
    return conditions.byKey(
        call.type(), call.sight().readable(), key.orElseThrow(), keyValue.orElseThrow());
  }

  private static void requireOne(Arguments arguments) {
    boolean hasKey = arguments.text(KEY).isPresent() || arguments.text(KEY_VALUE).isPresent();
    List<String> named =
        List.of("uuid", "id").stream().filter(it -> arguments.text(it).isPresent()).toList();
    if (named.size() + (hasKey ? 1 : 0) > 1) {
      throw CaptureProblem.duplicateArgument(hasKey ? KEY : "id").exception();
    }
    if (named.isEmpty() && !hasKey) {
      arguments.required("uuid");
    }
    if (hasKey) {
      arguments.required(KEY);
      arguments.required(KEY_VALUE);
    }
  }

  private Optional<Expected.Given> given(String name) {
    return arguments.text(name).map(text -> new Expected.Given(time(name, text), text));
  }

  private Instant time(String name, String text) {
    return conditions
        .time(text)
        .orElseThrow(() -> Violations.invalidArgument(name, "it is not a date"));
  }

  private static JsonNode value(String text) {
    try {
      return Json.parse(text);
    } catch (Json.Malformed raw) {
      return TextNode.valueOf(text);
    }
  }
}
