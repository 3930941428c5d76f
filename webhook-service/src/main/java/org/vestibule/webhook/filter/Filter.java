package org.vestibule.webhook.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.vestibule.platform.json.Json;

/**
 * A subscription's filter: a subset of JSON Schema draft-07 that judges the claim {@code events}
 * (webhooks.md 4). It refers to nothing outside itself and its cost has a bound.
 */
public final class Filter {
  private static final int MAX_BYTES = 16 * 1024;
  private static final int MAX_DEPTH = 12;

  private final Rule rule;

  private Filter(Rule rule) {
    this.rule = rule;
  }

  /** Reads a filter, or fails with the problem that tells what is wrong with it. */
  public static Filter of(ObjectNode schema) {
    if (Json.write(schema).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw Refusal.because("is larger than 16 KiB");
    }
    if (depth(schema) > MAX_DEPTH) {
      throw Refusal.because("is nested deeper than 12 levels");
    }
    return new Filter(new SchemaReader().read(schema));
  }

  /**
   * Whether the claim is valid. A judgement that costs too much ends with yes: better one
   * notification too many than one that is missed.
   */
  public boolean accepts(ObjectNode events) {
    try {
      return rule.test(events, new Effort());
    } catch (Effort.Exhausted tooCostly) {
      return true;
    }
  }

  private static int depth(JsonNode node) {
    int deepest = 0;
    for (JsonNode child : node) {
      deepest = Math.max(deepest, depth(child));
    }
    return node.isContainerNode() ? deepest + 1 : 0;
  }
}
