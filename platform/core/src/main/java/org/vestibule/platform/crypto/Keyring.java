package org.vestibule.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts secrets that must be read again, bound to the row they live in, so that a ciphertext
 * moved to another row, column or table does not open.
 */
public final class Keyring {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int TAG_BITS = 128;
  private static final byte[] HASHING = "keyed hash".getBytes(UTF_8);
  private static final char SEPARATOR = '\0';

  private final Map<String, SecretKey> keys;
  private final String writingKey;
  private final SecretSource secrets;

  private Keyring(Map<String, SecretKey> keys, SecretSource secrets) {
    this.keys = keys;
    this.writingKey = keys.keySet().iterator().next();
    this.secrets = secrets;
  }

  /** Reads {@code k1:BASE64,k0:BASE64}: the first key writes, all of them read. */
  public static Keyring parse(String setting, SecretSource secrets) {
    if (setting == null || setting.isBlank()) {
      throw new KeyringException("the keyring is empty; set at least one key of 32 random bytes");
    }
    return new Keyring(KeyringParser.parse(setting), secrets);
  }

  public String seal(String table, String column, String rowId, String plain) {
    byte[] nonce = secrets.bytes(SealedValue.NONCE_BYTES);
    byte[] place = place(table, column, rowId);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.get(writingKey), nonce, place);
      return new SealedValue(writingKey, nonce, cipher.doFinal(plain.getBytes(UTF_8))).text();
    } catch (GeneralSecurityException e) {
      throw new KeyringException("cannot seal a value of " + table + "." + column, e);
    }
  }

  public String open(String table, String column, String rowId, String sealed) {
    SealedValue value = SealedValue.parse(sealed);
    byte[] place = place(table, column, rowId);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key(value.keyId()), value.nonce(), place);
      return new String(cipher.doFinal(value.ciphertext()), UTF_8);
    } catch (AEADBadTagException e) {
      throw new KeyringException(
          "the sealed value of " + table + "." + column + " was changed or belongs elsewhere");
    } catch (GeneralSecurityException e) {
      throw new KeyringException("cannot open a value of " + table + "." + column, e);
    }
  }

  /**
   * Keyed hashes of a secret that is too short for a plain one, bound to the row it lives in: one
   * by each key, the writing key's first, which is the one to store.
   */
  public List<String> hashes(String table, String column, String rowId, String plain) {
    byte[] place = place(table, column, rowId);
    byte[] text = (SEPARATOR + plain).getBytes(UTF_8);
    byte[] message = Arrays.copyOf(place, place.length + text.length);
    System.arraycopy(text, 0, message, place.length, text.length);
    return keys.values().stream().map(key -> hash(key, message)).toList();
  }

  /** A key that encrypts is not also one that hashes. */
  private static String hash(SecretKey key, byte[] message) {
    byte[] own = Digests.hmacSha256(key.getEncoded(), HASHING);
    return HexFormat.of().formatHex(Digests.hmacSha256(own, message));
  }

  /** How every value begins that the writing key sealed. */
  public String prefix() {
    return "v1." + writingKey + ".";
  }

  /** Whether the value was sealed by a key that no longer writes. */
  public boolean needsRewrap(String sealed) {
    return !SealedValue.parse(sealed).keyId().equals(writingKey);
  }

  private SecretKey key(String id) {
    SecretKey key = keys.get(id);
    if (key == null) {
      throw new KeyringException("the keyring has no key " + id);
    }
    return key;
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place);
    return cipher;
  }

  private static byte[] place(String table, String column, String rowId) {
    String place = table + SEPARATOR + column + SEPARATOR + rowId;
    if (place.chars().filter(c -> c == SEPARATOR).count() != 2) {
      throw new KeyringException("names of a sealed value's place must not hold NUL");
    }
    return place.getBytes(UTF_8);
  }

  @Override
  public String toString() {
    return "Keyring" + keys.keySet();
  }
}
