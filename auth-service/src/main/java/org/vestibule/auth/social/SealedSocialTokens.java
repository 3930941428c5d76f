package org.vestibule.auth.social;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.vestibule.platform.rewrap.SealedColumn;

/** Brings what providers told under a new key. */
final class SealedSocialTokens {
  static final String TABLE = "social_token";
  static final String COLUMN = "content";

  @Produces
  @Singleton
  SealedColumn contents() {
    return new SealedColumn(TABLE, COLUMN);
  }
}
