package org.vestibule.config.setting;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** What rows of both kinds of settings hold: the JSON scalar, or the same sealed. */
@MappedSuperclass
abstract class StoredSetting {
  /** Names the row to the keyring. */
  @Column(name = "id", updatable = false)
  UUID rowId;

  /** A JSON scalar; null when it is sealed. */
  String value;

  /** A sealed JSON scalar; null when it is plain. */
  String sealed;

  abstract String name();

  /** The table, which is part of what a value is sealed with. */
  abstract String table();
}
