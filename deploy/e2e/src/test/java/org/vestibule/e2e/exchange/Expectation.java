package org.vestibule.e2e.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.vestibule.e2e.stack.Reply;

/** What an exchange says of the reply. */
record Expectation(Map<String, Object> description) {
  private static final String ONE_OF = "<one-of>";
  private static final Map<String, String> SHAPES =
      Map.of(
          "<uuid>", "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
          "<micros>", "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6} \\+0000",
          "<seconds>", "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\+0000",
          "<token>", "[a-hj-km-np-z2-9]{32}",
          "<request-id>", "[a-z2-9]{16}");

  void check(Reply reply) {
    assertThat(reply.status())
        .as("status of %s", reply.text())
        .isEqualTo(description.get("status"));
    headers().forEach((name, value) -> checkHeader(reply, name, value));
    List<String> problems = new ArrayList<>();
    if (description.containsKey("equals")) {
      compare("", description.get("equals"), reply.json(), true, problems);
    }
    if (description.containsKey("body")) {
      compare("", description.get("body"), reply.json(), false, problems);
    }
    assertThat(problems).as("reply %s", reply.text()).isEmpty();
    checkText(reply);
    checkMembers(reply);
  }

  /** A reply that is no JSON; {@code ~} begins a pattern. */
  private void checkText(Reply reply) {
    if (description.get("text") instanceof String text) {
      String pattern = text.startsWith("~") ? text.substring(1) : Pattern.quote(text);
      assertThat(reply.text()).matches(pattern);
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> headers() {
    return (Map<String, Object>) description.getOrDefault("headers", Map.of());
  }

  private static void checkHeader(Reply reply, String name, Object value) {
    assertThat(reply.headers().firstValue(name).orElse("")).as(name).startsWith(value.toString());
  }

  private void checkMembers(Reply reply) {
    if (description.get("members") instanceof List<?> members) {
      assertThat(reply.json().fieldNames())
          .toIterable()
          .map(it -> (Object) it)
          .containsExactlyInAnyOrderElementsOf(List.copyOf(members));
    }
  }

  private static void compare(
      String path, Object expected, JsonNode actual, boolean exact, List<String> problems) {
    if (expected instanceof Map<?, ?> map && map.containsKey(ONE_OF)) {
      compareSome(path, map.get(ONE_OF), actual, exact, problems);
    } else if (expected instanceof Map<?, ?> map) {
      compareObject(path, map, actual, exact, problems);
    } else if (expected instanceof List<?> list) {
      compareArray(path, list, actual, exact, problems);
    } else if (!matches(expected, actual)) {
      problems.add(path + ": expected " + expected + " but was " + actual);
    }
  }

  /** An array of any size has an element that is as expected. */
  private static void compareSome(
      String path, Object expected, JsonNode actual, boolean exact, List<String> problems) {
    List<String> closest = List.of(path + ": expected " + expected + " but was " + actual);
    for (JsonNode element : actual) {
      List<String> own = new ArrayList<>();
      compare(path + "/*", expected, element, exact, own);
      if (own.isEmpty()) {
        return;
      }
      closest = own;
    }
    problems.addAll(closest);
  }

  private static void compareObject(
      String path, Map<?, ?> expected, JsonNode actual, boolean exact, List<String> problems) {
    if (!actual.isObject() || (exact && actual.size() != expected.size())) {
      problems.add(path + ": expected the members " + expected.keySet() + " but was " + actual);
      return;
    }
    expected.forEach(
        (name, value) -> {
          JsonNode member = actual.get(name.toString());
          if (member == null) {
            problems.add(path + "/" + name + " is missing");
          } else {
            compare(path + "/" + name, value, member, exact, problems);
          }
        });
  }

  private static void compareArray(
      String path, List<?> expected, JsonNode actual, boolean exact, List<String> problems) {
    if (!actual.isArray() || actual.size() != expected.size()) {
      problems.add(path + ": expected " + expected.size() + " elements but was " + actual);
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      compare(path + "/" + i, expected.get(i), actual.get(i), exact, problems);
    }
  }

  private static boolean matches(Object expected, JsonNode actual) {
    if (expected == null) {
      return actual.isNull();
    }
    if (expected instanceof Number number) {
      return actual.isNumber() && actual.longValue() == number.longValue();
    }
    if (expected instanceof Boolean flag) {
      return actual.isBoolean() && actual.booleanValue() == flag;
    }
    return matchesText(expected.toString(), actual);
  }

  private static boolean matchesText(String expected, JsonNode actual) {
    if (expected.equals("<any>")) {
      return true;
    }
    if (expected.equals("<int>")) {
      return actual.isIntegralNumber();
    }
    String pattern = expected.startsWith("~") ? expected.substring(1) : SHAPES.get(expected);
    return actual.isTextual()
        && (pattern == null
            ? actual.textValue().equals(expected)
            : actual.textValue().matches(pattern));
  }
}
