package org.vestibule.platform.crypto;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import de.mkammerer.argon2.Argon2Version;

/** The reference C implementation. */
final class NativeArgon2 implements Argon2Engine {

  private static final Argon2Engine FOR_EMPTY_SECRETS = new JavaArgon2();

  private final Argon2Advanced library = Argon2Factory.createAdvanced(Argon2Types.ARGON2id);

  @Override
  public byte[] tag(Argon2Params params, byte[] secret, byte[] salt, int tagLength) {
    if (secret.length == 0) {
      // The binding cannot pass on a buffer without bytes.
      return FOR_EMPTY_SECRETS.tag(params, secret, salt, tagLength);
    }
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
