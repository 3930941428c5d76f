package org.vestibule.platform.crypto;

/** One implementation of the Argon2id function, version 19. */
interface Argon2Engine {

  byte[] tag(Argon2Params params, byte[] secret, byte[] salt, int tagLength);

  /** What the start log calls it. */
  String describe();
}
