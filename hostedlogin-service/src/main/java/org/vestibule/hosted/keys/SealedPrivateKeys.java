package org.vestibule.hosted.keys;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.vestibule.platform.rewrap.SealedColumn;

/** Where this feature keeps sealed values. */
class SealedPrivateKeys {
  @Produces
  @Singleton
  SealedColumn privateKeys() {
    return new SealedColumn("signing_key", "private_key");
  }
}
