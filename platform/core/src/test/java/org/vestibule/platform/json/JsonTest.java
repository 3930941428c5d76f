package org.vestibule.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1,]", "1 2", "NaN", "{'a':1}", "nul"})
  void malformed(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(Json.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":2}",
        "{\"a\":null,\"a\":null}",
        "{\"a\":{},\"b\":1,\"a\":[]}",
        "[{\"b\":{\"a\":1,\"\\u0061\":1}}]",
        "{\"a\":[],\"a\":{\"b\":1}}"
      })
  void repeatedNames_areRefused_inAnyDepth(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(Json.Malformed.class);
  }

  @Test
  void deepNesting_isRefused() {
    String text = "[".repeat(100) + "]".repeat(100);
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(Json.Malformed.class);
  }

  @Test
  void decimalsAreExact() {
    assertThat(Json.parse("0.1000000000000000055511151231257827").decimalValue())
        .isEqualTo(new BigDecimal("0.1000000000000000055511151231257827"));
    assertThat(Json.write(Json.parse("1.10"))).isEqualTo("1.1");
    assertThat(Json.write(Json.parse("12345678901234567890"))).isEqualTo("12345678901234567890");
  }

  @Test
  void bareScalars_areValues() {
    assertThat(Json.parse("\"x\"").textValue()).isEqualTo("x");
    assertThat(Json.parse("null").isNull()).isTrue();
  }

  @Test
  void nullMembersOfRecords_areLeftOut() {
    assertThat(Json.write(new Pair("a", null))).isEqualTo("{\"left\":\"a\"}");
    assertThat(Json.read("{\"left\":\"a\",\"more\":1}", Pair.class)).isEqualTo(new Pair("a", null));
  }

  record Pair(String left, String right) {}
}
