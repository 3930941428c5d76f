package org.vestibule.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the operator tells config-service beyond what every service is told. */
@ConfigMapping(prefix = "vestibule")
public interface ConfigServiceConfig {
  /** Making of tenants. */
  Tenants tenants();

  /** Pages of other origins. */
  Cors cors();

  /** Records of who changed what. */
  Audit audit();

  /** Pages of other origins. */
  interface Cors {
    /** Origins whose pages may call {@code /config} and {@code /meta}; none by default. */
    Optional<List<String>> origins();
  }

  /** Records of who changed what. */
  interface Audit {
    /** How long a record stays after the change that it tells of. */
    @WithDefault("730d")
    Duration retention();
  }

  /** Making of tenants. */
  interface Tenants {
    /** Longest wait for the other services to make their part of a new application. */
    @WithDefault("60s")
    Duration readyLimit();
  }
}
