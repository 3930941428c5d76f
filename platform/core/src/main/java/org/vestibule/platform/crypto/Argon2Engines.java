package org.vestibule.platform.crypto;

import org.jboss.logging.Logger;

/** Picks the fastest Argon2id that works on this machine. */
final class Argon2Engines {

  private static final Logger LOG = Logger.getLogger(Argon2Engines.class);
  private static final Argon2Params SMALLEST = new Argon2Params(8, 1, 1);

  private Argon2Engines() {}

  static Argon2Engine best() {
    try {
      Argon2Engine engine = new NativeArgon2();
      engine.tag(SMALLEST, new byte[] {1}, new byte[16], 16);
      return engine;
    } catch (RuntimeException | LinkageError e) {
      LOG.debugf(e, "the native Argon2id library does not load");
      return new JavaArgon2();
    }
  }
}
