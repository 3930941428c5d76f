package org.vestibule.platform.crypto;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;

/**
 * Hashes and checks passwords; one call of the usual cost takes about 20 MiB and 20 ms, so it runs
 * in the hash pool of {@code Offload} only.
 */
@Singleton
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

  /** A PHC string of a cost with a fresh salt. */
  public String hash(Argon2Params cost, byte[] secret) {
    if (secret.length > MAX_INPUT_BYTES) {
      throw new IllegalArgumentException("a secret has at most " + MAX_INPUT_BYTES + " bytes");
    }
    byte[] salt = secrets.bytes(SALT_BYTES);
    byte[] tag = tag(cost, secret, salt, TAG_BYTES);
    return new Argon2Phc(cost, salt, tag).text();
  }

  /**
   * False for another secret as for a string that is no Argon2id hash we are willing to compute.
   */
  public boolean verify(String phc, byte[] secret) {
    return secret.length <= MAX_INPUT_BYTES
        && Argon2Phc.parse(phc).map(stored -> matches(stored, secret)).orElse(false);
  }

  /** Whether we are willing to check this hash of another system; imports ask beforehand. */
  public static boolean accepts(String phc) {
    return Argon2Phc.parse(phc).filter(stored -> stored.params().isImportable()).isPresent();
  }

  /** Whether a password that just matched should be stored anew with the wanted cost. */
  public static boolean needsRehash(Argon2Params wanted, String phc) {
    return !Argon2Phc.isOf(wanted, SALT_BYTES, TAG_BYTES, phc);
  }

  /** A string that takes as long to check as a fresh hash of this cost and that no secret fits. */
  public static String unmatchable(Argon2Params cost) {
    return new Argon2Phc(cost, new byte[SALT_BYTES], new byte[TAG_BYTES]).text();
  }

  /**
   * What to check beside a stored hash, so that it takes no less work than a fresh one of the
   * wanted cost; empty when it does so alone.
   */
  public static Optional<String> supplement(Argon2Params wanted, String phc) {
    return Argon2Phc.parse(phc)
        .map(stored -> wanted.beyond(stored.params()))
        .orElse(Optional.of(wanted))
        .map(Argon2id::unmatchable);
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
}
