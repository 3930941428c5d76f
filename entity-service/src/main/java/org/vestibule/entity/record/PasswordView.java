package org.vestibule.entity.record;

/** How much of a stored password a reader sees. */
public enum PasswordView {
  /** Nothing: null, as if there were none. */
  HIDDEN,
  /** The type of the hash, as {@code {"type":"password-argon2id"}}. */
  TYPE,
  /** The hash itself. */
  FULL
}
