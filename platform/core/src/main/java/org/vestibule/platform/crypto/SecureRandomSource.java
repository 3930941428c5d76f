package org.vestibule.platform.crypto;

import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Draws from the operating system's generator through {@link SecureRandom}. */
@Singleton
public class SecureRandomSource implements SecretSource {

  private final SecureRandom random = new SecureRandom();

  @Override
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
