package org.vestibule.config.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.vestibule.config.wire.ConfigError;

/** How long the secret before the new one still works (configuration.md 1.6). */
public record SecretReset(Duration graceTime) {
  /** Longest grace time. */
  public static final int MAX_HOURS = 168;

  static SecretReset parse(ObjectNode body) {
    JsonNode hours = body.path("hoursToLive");
    if (!hours.isIntegralNumber()
        || !hours.canConvertToInt()
        || hours.intValue() < 0
        || hours.intValue() > MAX_HOURS) {
      throw ConfigError.HOURS_TO_LIVE.of("hoursToLive").exception();
    }
    return new SecretReset(Duration.ofHours(hours.intValue()));
  }
}
