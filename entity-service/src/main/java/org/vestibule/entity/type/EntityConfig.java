package org.vestibule.entity.type;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What entity-service is told by its operator. */
@ConfigMapping(prefix = "vestibule.entity")
public interface EntityConfig {
  /** Whether operations that write also answer GET, as older clients expect. */
  @WithDefault("true")
  boolean allowGetWrites();

  /** The schema of the type {@code user} of new applications: {@code full} or {@code compact}. */
  @WithDefault("full")
  DefaultSchema.Size defaultSchema();
}
