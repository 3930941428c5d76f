package org.vestibule.config.flow;

/** Names of a path as PostgreSQL may be asked for them: it refuses U+0000, which no name holds. */
final class StoredName {
  private StoredName() {}

  static String of(String name) {
    return name.replace('\0', '\uFFFD');
  }
}
