package org.vestibule.platform.id;

import java.util.UUID;

/** Where the ids of new things come from; tests replace it. */
@FunctionalInterface
public interface IdSource {

  /** A fresh random UUID, version 4. */
  UUID uuid();
}
