package org.vestibule.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the operator tells config-service beyond what every service is told. */
@ConfigMapping(prefix = "vestibule")
public interface ConfigServiceConfig {
  /** Making of tenants. */
  Tenants tenants();

  /** Making of tenants. */
  interface Tenants {
    /** Longest wait for the other services to make their part of a new application. */
    @WithDefault("60s")
    Duration readyLimit();
  }
}
