package org.vestibule.hosted.policy;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.vestibule.platform.rewrap.SealedColumn;

/** Where this feature keeps sealed values. */
class SealedPolicySecrets {
  @Produces
  @Singleton
  SealedColumn policySecrets() {
    return new SealedColumn("login_policy", "api_client_secret");
  }
}
