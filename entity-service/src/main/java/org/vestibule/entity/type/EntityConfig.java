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

    /** What a new password hash costs. */
    Argon2 argon2();
  }

  /** What a new password hash costs; one of another cost is replaced when its owner signs in. */
  interface Argon2 {
    /**
     * Memory of a new password hash in KiB, 7168 to 1048576, which each hashing thread needs;
     * hashes of another cost are replaced when their owners sign in.
     */
    @WithDefault("19456")
    int memory();

    /** Passes of a new password hash over its memory, 1 to 10. */
    @WithDefault("2")
    int iterations();

    /** Lanes of a new password hash, 1 to 4; each is a thread of its own while it is computed. */
    @WithDefault("1")
    int parallelism();
  }
}
