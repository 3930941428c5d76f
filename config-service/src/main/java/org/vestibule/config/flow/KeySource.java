package org.vestibule.config.flow;

import jakarta.inject.Singleton;
import org.vestibule.config.flow.document.NewKeys;
import org.vestibule.platform.id.IdSource;

/** Translation keys from the service's source of ids. */
@Singleton
class KeySource implements NewKeys {
  private final IdSource ids;

  KeySource(IdSource ids) {
    this.ids = ids;
  }

  @Override
  public String next() {
    return ids.uuid().toString();
  }
}
