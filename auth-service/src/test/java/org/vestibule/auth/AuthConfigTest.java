package org.vestibule.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.sms.SmsFormat;

/** Pins names and defaults of the operator's settings. */
class AuthConfigTest {

  @Test
  void defaults() {
    AuthConfig.Auth auth = read(Map.of());

    assertThat(auth.attempts().addressLimitPerMinute()).isEqualTo(1200);
    assertThat(auth.attempts().cleanUp()).isEqualTo(Duration.ofSeconds(30));
    assertThat(auth.tokens().remember()).isEqualTo(Duration.ofHours(24));
    assertThat(auth.tokens().cleanUp()).isEqualTo(Duration.ofMinutes(1));
    assertThat(auth.sms().url()).isEmpty();
    assertThat(auth.sms().format()).isEqualTo(SmsFormat.JSON);
    assertThat(auth.passwords().rangeUrl()).isEmpty();
    assertThat(auth.passwords().timeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(auth.cors().origins()).containsExactly("*");
  }

  @Test
  void names() {
    AuthConfig.Auth auth =
        read(
            Map.of(
                "vestibule.auth.attempts.address-limit-per-minute", "1",
                "vestibule.auth.attempts.clean-up", "2s",
                "vestibule.auth.tokens.remember", "25h",
                "vestibule.auth.tokens.clean-up", "3s",
                "vestibule.auth.cors.origins", "https://a.example.com,https://b.example.com"));

    assertThat(auth.attempts().addressLimitPerMinute()).isEqualTo(1);
    assertThat(auth.attempts().cleanUp()).isEqualTo(Duration.ofSeconds(2));
    assertThat(auth.tokens().remember()).isEqualTo(Duration.ofHours(25));
    assertThat(auth.tokens().cleanUp()).isEqualTo(Duration.ofSeconds(3));
    assertThat(auth.cors().origins())
        .containsExactly("https://a.example.com", "https://b.example.com");
  }

  @Test
  void namesOfGateways() {
    AuthConfig.Auth auth =
        read(
            Map.of(
                "vestibule.auth.sms.url", "https://sms.example.com/messages",
                "vestibule.auth.sms.format", "form",
                "vestibule.auth.sms.body", "To={{to}}&Body={{text}}",
                "vestibule.auth.sms.from", "Shop",
                "vestibule.auth.sms.authorization", "Bearer x",
                "vestibule.auth.sms.user", "u",
                "vestibule.auth.sms.password", "p",
                "vestibule.auth.passwords.range-url", "https://ranges.example.com/range/",
                "vestibule.auth.passwords.timeout", "2s"));

    assertThat(auth.sms().url()).contains("https://sms.example.com/messages");
    assertThat(auth.sms().format()).isEqualTo(SmsFormat.FORM);
    assertThat(auth.sms().body()).contains("To={{to}}&Body={{text}}");
    assertThat(auth.sms().from()).contains("Shop");
    assertThat(auth.sms().authorization()).contains("Bearer x");
    assertThat(auth.sms().user()).contains("u");
    assertThat(auth.sms().password()).contains("p");
    assertThat(auth.passwords().rangeUrl()).contains("https://ranges.example.com/range/");
    assertThat(auth.passwords().timeout()).isEqualTo(Duration.ofSeconds(2));
  }

  private static AuthConfig.Auth read(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 300, new DurationConverter())
        .withMapping(AuthConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(AuthConfig.class)
        .auth();
  }
}
