package org.vestibule.webhook.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ProblemException;

/** Filters that want to cost much. */
class FilterLimitsTest {
  private static final Duration SHORT = Duration.ofSeconds(2);

  @Test
  void sizeAndDepth_areLimited() {
    Filter.of(nested(11));
    assertRefused(nested(12), "filter is nested deeper than 12 levels");
    ObjectNode large = Json.object();
    large.putObject("properties").putObject("a".repeat(16_000));
    Filter.of(large);
    ObjectNode tooLarge = Json.object();
    tooLarge.putObject("properties").putObject("ä".repeat(8_200));
    assertRefused(tooLarge, "filter is larger than 16 KiB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{100}){100}){100}",
        "a{1000}",
        "(a{0,999}){0,999}",
        "((((((a{2}){2}){2}){2}){2}){2}){100}",
        "a{99999999999999999999}"
      })
  void patternThatGrows_isRefusedAtOnce(String pattern) {
    assertTimeout(
        SHORT, () -> assertRefused(pattern(pattern), "filter has a pattern that is too large"));
  }

  @Test
  void longPattern_isRefused() {
    assertRefused(pattern("a".repeat(257)), "filter has a pattern that is too large");
    Filter.of(pattern("a".repeat(256)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*a){20}", "^(([a-z])+.)+[A-Z]([a-z])+$"})
  void patternThatIsSlowElsewhere_isLinear(String pattern) {
    Filter filter = Filter.of(pattern(pattern));
    ObjectNode events = Json.object();
    assertTimeout(SHORT, () -> filter.accepts(attributes(events, 1, "a".repeat(1_000) + "!")));
  }

  @Test
  void costlyJudgement_endsWithYes() {
    ObjectNode schema = Json.object();
    ArrayNode all = schema.putArray("allOf");
    for (int i = 0; i < 100; i++) {
      all.add(pattern("(x+x+)+$").deepCopy());
    }
    Filter filter = Filter.of(schema);
    ObjectNode events = attributes(Json.object(), 2_000, "x".repeat(1_000));
    assertTimeout(SHORT, () -> assertThat(filter.accepts(events)).isTrue());
    assertThat(filter.accepts(attributes(Json.object(), 1, "x"))).isFalse();
  }

  private static ObjectNode nested(int levels) {
    ObjectNode inner = Json.object();
    for (int i = 0; i < levels; i++) {
      inner = Json.object().set("not", inner);
    }
    return inner;
  }

  private static ObjectNode pattern(String pattern) {
    ObjectNode schema = Json.object();
    schema
        .putObject("properties")
        .putObject("attributes")
        .putObject("items")
        .put("pattern", pattern);
    return schema;
  }

  private static ObjectNode attributes(ObjectNode events, int count, String name) {
    ArrayNode attributes = events.putArray("attributes");
    for (int i = 0; i < count; i++) {
      attributes.add(name);
    }
    return events;
  }

  private static void assertRefused(ObjectNode filter, String text) {
    assertThatThrownBy(() -> Filter.of(filter))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(text);
  }
}
