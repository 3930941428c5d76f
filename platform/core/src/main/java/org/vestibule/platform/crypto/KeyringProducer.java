package org.vestibule.platform.crypto;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.vestibule.platform.config.PlatformConfig;

/** Reads the keyring from the operator's configuration; a bad one fails the start. */
public class KeyringProducer {

  @Produces
  @Singleton
  Keyring keyring(PlatformConfig config, SecretSource secrets) {
    return Keyring.parse(config.keyring().keys(), secrets);
  }
}
