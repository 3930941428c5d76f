package org.vestibule.entity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.entity.type.EntityConfig;
import org.vestibule.platform.crypto.Argon2Params;

/** Pins names, defaults and bounds of what a new password hash costs. */
class PasswordCostsTest {
  @Test
  void defaults() {
    assertThat(costs(Map.of()).cost())
        .isEqualTo(Argon2Params.USUAL)
        .isEqualTo(new Argon2Params(19_456, 2, 1));
  }

  @Test
  void names() {
    Map<String, String> settings =
        Map.of(
            "vestibule.entity.argon2.memory", "7168",
            "vestibule.entity.argon2.iterations", "5",
            "vestibule.entity.argon2.parallelism", "4");
    assertThat(costs(settings).cost()).isEqualTo(new Argon2Params(7_168, 5, 4));
  }

  @ParameterizedTest
  @CsvSource({"memory, 7168", "memory, 1048576", "iterations, 10", "iterations, 1"})
  void bounds_areAllowed(String name, String value) {
    Map<String, String> settings = Map.of("vestibule.entity.argon2." + name, value);
    assertThat(costs(settings).cost()).isNotEqualTo(Argon2Params.USUAL);
  }

  @ParameterizedTest
  @CsvSource({
    "memory, 7167, must lie between 7168 and 1048576",
    "memory, 1048577, must lie between 7168 and 1048576",
    "memory, -1, must lie between 7168 and 1048576",
    "iterations, 0, must lie between 1 and 10",
    "iterations, 11, must lie between 1 and 10",
    "parallelism, 0, must lie between 1 and 4",
    "parallelism, 5, must lie between 1 and 4"
  })
  void nonsense_endsTheStart(String name, String value, String sentence) {
    String key = "vestibule.entity.argon2." + name;
    PasswordCosts costs = costs(Map.of(key, value));
    assertThatThrownBy(() -> costs.onStart(new StartupEvent()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(key + " " + sentence + ", it is " + value);
  }

  private static PasswordCosts costs(Map<String, String> settings) {
    return new PasswordCosts(
        new SmallRyeConfigBuilder()
            .withMapping(EntityConfig.class)
            .withDefaultValues(settings)
            .build()
            .getConfigMapping(EntityConfig.class));
  }
}
