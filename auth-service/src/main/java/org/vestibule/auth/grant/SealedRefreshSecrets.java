package org.vestibule.auth.grant;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.vestibule.platform.rewrap.SealedColumn;

/** Where this feature keeps sealed values. */
class SealedRefreshSecrets {
  @Produces
  @Singleton
  SealedColumn refreshSecrets() {
    return new SealedColumn("access_grant", "refresh_secret");
  }
}
