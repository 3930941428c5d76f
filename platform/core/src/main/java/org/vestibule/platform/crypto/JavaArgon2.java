package org.vestibule.platform.crypto;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Pure Java, for platforms without the native library. */
final class JavaArgon2 implements Argon2Engine {

  @Override
  public byte[] tag(Argon2Params params, byte[] secret, byte[] salt, int tagLength) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(params.memoryKib())
            .withIterations(params.iterations())
            .withParallelism(params.parallelism())
            .withSalt(salt)
            .build());
    byte[] tag = new byte[tagLength];
    generator.generateBytes(secret, tag);
    return tag;
  }

  @Override
  public String describe() {
    return "pure Java";
  }
}
