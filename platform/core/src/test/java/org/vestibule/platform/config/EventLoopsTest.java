package org.vestibule.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLoopsTest {
  private static final String KEY = "quarkus.vertx.event-loops-pool-size";

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 1", "4, 2", "16, 8"})
  void halfTheProcessors_atLeastOne(int processors, String loops) {
    EventLoops source = new EventLoops(processors);
    assertThat(source.getValue(KEY)).isEqualTo(loops);
    assertThat(source.getPropertyNames()).containsExactly(KEY);
    assertThat(source.getOrdinal()).isLessThan(100);
  }
}
