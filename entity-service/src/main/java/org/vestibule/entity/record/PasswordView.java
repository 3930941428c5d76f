package org.vestibule.entity.record;

/** How much of a stored password a reader sees. */
public enum PasswordView {
  /** Nothing: null, as if there were none. */
  HIDDEN,
  /** The type of the hash, as {@code {"type":"password-argon2id"}}. */
  TYPE,
  /** The hash itself. */
  FULL,
  /** The hash, and those of the former passwords: in files only. */
  HISTORY;

  /** Whether hashes are shown. */
  boolean showsHashes() {
    return this == FULL || this == HISTORY;
  }
}
