package org.vestibule.entity.signin;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.vestibule.entity.type.EntityConfig;
import org.vestibule.platform.crypto.Argon2Params;

/** What the operator wants a new password hash to cost; nonsense ends the start. */
@Singleton
public class PasswordCosts {
  private static final Logger LOG = Logger.getLogger(PasswordCosts.class);
  private static final String PREFIX = "vestibule.entity.argon2.";

  private final EntityConfig config;

  /** Takes what the operator says. */
  public PasswordCosts(EntityConfig config) {
    this.config = config;
  }

  void onStart(@Observes StartupEvent event) {
    Argon2Params cost = cost();
    LOG.infof(
        "new passwords: Argon2id m=%d t=%d p=%d",
        cost.memoryKib(), cost.iterations(), cost.parallelism());
  }

  /** The cost, within sane bounds. */
  @Produces
  @Singleton
  public Argon2Params cost() {
    EntityConfig.Argon2 wanted = config.entity().argon2();
    return new Argon2Params(
        within(7_168, 1_048_576, "memory", wanted.memory()),
        within(1, 10, "iterations", wanted.iterations()),
        within(1, 4, "parallelism", wanted.parallelism()));
  }

  private static int within(int least, int most, String name, int value) {
    if (value < least || value > most) {
      throw new IllegalStateException(
          PREFIX + name + " must lie between " + least + " and " + most + ", it is " + value);
    }
    return value;
  }
}
