package org.vestibule.platform.crypto;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import de.mkammerer.argon2.Argon2Version;

/** The reference C implementation. */
final class NativeArgon2 implements Argon2Engine {

  private final Argon2Advanced library = Argon2Factory.createAdvanced(Argon2Types.ARGON2id);

  @Override
  public byte[] tag(Argon2Params params, byte[] secret, byte[] salt, int tagLength) {
    return library.rawHashAdvanced(
        params.iterations(),
        params.memoryKib(),
        params.parallelism(),
        secret,
        salt,
        null,
        null,
        tagLength,
        Argon2Version.V13);
  }

  @Override
  public String describe() {
    return "native";
  }
}
