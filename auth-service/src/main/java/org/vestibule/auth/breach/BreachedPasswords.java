package org.vestibule.auth.breach;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Knows passwords that are in the lists of those who guess. */
@Singleton
public class BreachedPasswords {
  private final CommonPasswords common;
  private final PasswordRanges ranges;

  BreachedPasswords(CommonPasswords common, PasswordRanges ranges) {
    this.common = common;
    this.ranges = ranges;
  }

  /** Whether a password is known; when nobody can tell, it is not. */
  public Uni<Boolean> contain(String password) {
    return common.contain(password) ? Uni.createFrom().item(true) : ranges.contain(password);
  }
}
