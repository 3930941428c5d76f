package org.vestibule.entity.credential;

/** What a writer gives for a password. */
public sealed interface PasswordInput {
  /** The password itself, to be hashed. */
  record Plain(String text) implements PasswordInput {
    @Override
    public String toString() {
      return "***";
    }
  }

  /** A hash that was made elsewhere. */
  record Hashed(StoredPassword password) implements PasswordInput {}

  /** The visible part of the stored password, written back as it was read. */
  record Kept(String type) implements PasswordInput {}
}
