package org.vestibule.hosted.client;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.vestibule.platform.rewrap.SealedColumn;

/** Where this feature keeps sealed values. */
class SealedClientSecrets {
  @Produces
  @Singleton
  SealedColumn clientSecrets() {
    return new SealedColumn("oidc_client_secret", "secret");
  }
}
