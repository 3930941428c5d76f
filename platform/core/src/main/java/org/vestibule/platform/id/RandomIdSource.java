package org.vestibule.platform.id;

import jakarta.inject.Singleton;
import java.util.UUID;

/** Random ids from the secure generator. */
@Singleton
public class RandomIdSource implements IdSource {

  @Override
  public UUID uuid() {
    return UUID.randomUUID();
  }
}
