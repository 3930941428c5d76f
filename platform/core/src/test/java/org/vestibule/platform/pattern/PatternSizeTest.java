package org.vestibule.platform.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PatternSizeTest {

  @Test
  void ordinaryPatterns_areSmall() {
    Map.of(
            "^[A-Z]{2}-\\d+$", 7L,
            "", 0L,
            "[\\]{9}]{3}", 3L,
            "\\{9\\}", 3L,
            "\\p{Lu}{2}x", 3L,
            "a{2,5}", 5L,
            "a{4,}", 4L,
            "(ab){3}c", 7L)
        .forEach(
            (pattern, size) -> assertThat(PatternSize.of(pattern)).as(pattern).isEqualTo(size));
  }

  @Test
  void nestedRepetitions_multiply() {
    assertThat(PatternSize.of("((a{10}){10}){10}")).isEqualTo(1000);
    assertThat(PatternSize.of("((a{100}){100}){100}")).isEqualTo(1_000_000);
    assertThat(PatternSize.of("((((a{999999}){999999}){999999}){999999})")).isEqualTo(1_000_000);
  }

  @Test
  void brokenPatterns_haveASizeToo() {
    for (String pattern : new String[] {")", "((", "{3}", "[", "\\", "a{x}"}) {
      assertThat(PatternSize.of(pattern)).isNotNegative();
    }
  }
}
