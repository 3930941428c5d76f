package org.vestibule.platform.id;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Random ids from the secure generator. */
@ApplicationScoped
public class RandomIdSource implements IdSource {

  @Override
  public UUID uuid() {
    return UUID.randomUUID();
  }
}
