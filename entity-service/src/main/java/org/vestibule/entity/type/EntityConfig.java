package org.vestibule.entity.type;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What entity-service is told by its operator; all keys start with {@code vestibule.entity.}. */
@ConfigMapping(prefix = "vestibule")
public interface EntityConfig {
  /** Records and their schemas. */
  Entity entity();

  /** Records and their schemas. */
  interface Entity {
    /** Whether operations that write also answer GET, as older clients expect. */
    @WithDefault("true")
    boolean allowGetWrites();

    /**
     * The schema of the type {@code user} of new applications: {@code full}, or {@code compact}
     * without what social providers seldom tell.
     */
    @WithDefault("full")
    DefaultSchema.Size defaultSchema();
  }
}
