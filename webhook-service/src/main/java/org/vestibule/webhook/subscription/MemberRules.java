package org.vestibule.webhook.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vestibule.webhook.filter.Filter;
import org.vestibule.webhook.wire.WebhookProblem;

/** What each member of a subscription may be (webhooks.md 3). */
final class MemberRules {
  private static final int SHORTEST_TITLE = 2;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_ENDPOINT = 2048;

  private final List<String> knownEvents;

  MemberRules(List<String> knownEvents) {
    this.knownEvents = knownEvents;
  }

  String title(JsonNode value) {
    String title = value.isTextual() ? value.textValue() : "";
    int length = title.codePointCount(0, title.length());
    require(
        length >= SHORTEST_TITLE && length <= LONGEST_TITLE && isPrintable(title),
        "title must be a string of 2 to 200 characters without control characters");
    return title;
  }

  boolean enabled(JsonNode value) {
    require(value.isBoolean(), "enabled must be a boolean");
    return value.booleanValue();
  }

  String endpoint(JsonNode value) {
    String endpoint = value.isTextual() ? value.textValue() : "";
    require(
        !endpoint.isEmpty() && endpoint.length() <= LONGEST_ENDPOINT,
        "endpoint must be a URL of 1 to 2048 characters");
    require(endpoint.indexOf('#') < 0, "endpoint must not have a fragment");
    return endpoint;
  }

  List<String> events(JsonNode value) {
    Set<String> events = new LinkedHashSet<>();
    if (value.isArray()) {
      value.forEach(it -> events.add(event(it)));
    }
    require(!events.isEmpty(), "events must be an array of at least one event type");
    return List.copyOf(events);
  }

  ObjectNode filter(JsonNode value) {
    require(value.isObject(), "filter must be an object");
    ObjectNode filter = (ObjectNode) value;
    Filter.of(filter);
    return filter;
  }

  private String event(JsonNode value) {
    require(
        value.isTextual() && knownEvents.contains(value.textValue()),
        "events must only name " + String.join(", ", knownEvents));
    return value.textValue();
  }

  /** Neither control characters nor halves of surrogate pairs, which cannot be stored. */
  private static boolean isPrintable(String text) {
    return text.codePoints()
        .noneMatch(
            it -> Character.isISOControl(it) || Character.getType(it) == Character.SURROGATE);
  }

  private static void require(boolean isFulfilled, String otherwise) {
    if (!isFulfilled) {
      throw new WebhookProblem.Invalid(otherwise).exception();
    }
  }
}
