package org.vestibule.platform.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;

/**
 * Hashes and checks passwords; one call costs about 20 MiB and 20 ms, so it runs in the hash pool
 * of {@code Offload} only.
 */
@ApplicationScoped
public class Argon2id {

  /** Longer input is refused before it costs anything. */
  public static final int MAX_INPUT_BYTES = 1_024;

  private static final int SALT_BYTES = 16;
  private static final int TAG_BYTES = 32;

  private final SecretSource secrets;
  private final Argon2Engine engine;

  @Inject
  public Argon2id(SecretSource secrets) {
    this(secrets, Argon2Engines.best());
  }

  Argon2id(SecretSource secrets, Argon2Engine engine) {
    this.secrets = secrets;
    this.engine = engine;
  }

  /** A PHC string with today's cost and a fresh salt. */
  public String hash(byte[] secret) {
    if (secret.length > MAX_INPUT_BYTES) {
      throw new IllegalArgumentException("a secret has at most " + MAX_INPUT_BYTES + " bytes");
    }
    byte[] salt = secrets.bytes(SALT_BYTES);
    byte[] tag = tag(Argon2Params.CURRENT, secret, salt, TAG_BYTES);
    return new Argon2Phc(Argon2Params.CURRENT, salt, tag).text();
  }

  /**
   * False for another secret as for a string that is no Argon2id hash we are willing to compute.
   */
  public boolean verify(String phc, byte[] secret) {
    return secret.length <= MAX_INPUT_BYTES
        && Argon2Phc.parse(phc).map(stored -> matches(stored, secret)).orElse(false);
  }

  /** Whether {@link #verify} can ever say yes to this string; imports ask before they store it. */
  public boolean accepts(String phc) {
    return Argon2Phc.parse(phc).isPresent();
  }

  /** Whether a password that just matched should be stored anew with today's cost. */
  public boolean needsRehash(String phc) {
    return Argon2Phc.parse(phc).map(stored -> !isCurrent(stored)).orElse(true);
  }

  /** Which implementation computes. */
  public String implementation() {
    return engine.describe();
  }

  private boolean matches(Argon2Phc stored, byte[] secret) {
    byte[] tag = tag(stored.params(), secret, stored.salt(), stored.tag().length);
    return Digests.constantTimeEquals(tag, stored.tag());
  }

  private byte[] tag(Argon2Params params, byte[] secret, byte[] salt, int length) {
    byte[] copy = secret.clone();
    try {
      return engine.tag(params, copy, salt, length);
    } finally {
      Arrays.fill(copy, (byte) 0);
    }
  }

  private static boolean isCurrent(Argon2Phc stored) {
    return stored.params().equals(Argon2Params.CURRENT)
        && stored.salt().length == SALT_BYTES
        && stored.tag().length == TAG_BYTES;
  }
}
