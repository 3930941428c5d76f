package org.vestibule.webhook;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The operator's settings for tests without a container. */
public final class TestSettings {
  private TestSettings() {}

  public static WebhookConfig defaults() {
    return of(Map.of());
  }

  /** Settings below {@code vestibule.webhook.}. */
  public static WebhookConfig of(Map<String, String> settings) {
    Map<String, String> keys = new HashMap<>();
    settings.forEach((name, value) -> keys.put("vestibule.webhook." + name, value));
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 300, new DurationConverter())
        .withMapping(WebhookConfig.class)
        .withSources(new PropertiesConfigSource(keys, "test", 100))
        .build()
        .getConfigMapping(WebhookConfig.class);
  }
}
