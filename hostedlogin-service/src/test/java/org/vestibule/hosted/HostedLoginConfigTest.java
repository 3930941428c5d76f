package org.vestibule.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pins names and defaults of the operator's settings. */
class HostedLoginConfigTest {

  @Test
  void defaults() {
    HostedLoginConfig.HostedLogin config = read(Map.of());

    assertThat(config.tokens().remember()).isEqualTo(Duration.ofHours(1));
    assertThat(config.tokens().cleanUp()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.keys().rotateAfter()).isEqualTo(Duration.ofDays(90));
    assertThat(config.keys().check()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void names() {
    HostedLoginConfig.HostedLogin config =
        read(
            Map.of(
                "vestibule.hostedlogin.tokens.remember", "2h",
                "vestibule.hostedlogin.tokens.clean-up", "3s",
                "vestibule.hostedlogin.keys.rotate-after", "30d",
                "vestibule.hostedlogin.keys.check", "4s"));

    assertThat(config.tokens().remember()).isEqualTo(Duration.ofHours(2));
    assertThat(config.tokens().cleanUp()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.keys().rotateAfter()).isEqualTo(Duration.ofDays(30));
    assertThat(config.keys().check()).isEqualTo(Duration.ofSeconds(4));
  }

  private static HostedLoginConfig.HostedLogin read(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 300, new DurationConverter())
        .withMapping(HostedLoginConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(HostedLoginConfig.class)
        .hostedlogin();
  }
}
