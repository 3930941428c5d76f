package org.vestibule.entity.credential;

import java.nio.charset.StandardCharsets;
import org.vestibule.platform.crypto.Digests;

/** The iterated hashes of PHP frameworks: marker, logarithm of the rounds, salt, digest. */
final class Phpass {
  private static final String ALPHABET =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ROUNDS_AT = 3;
  private static final int SALT_AT = 4;
  private static final int DIGEST_AT = 12;
  private static final int SIX_BITS = 0x3f;

  private Phpass() {}

  static boolean md5(String stored, byte[] secret) {
    return matches("MD5", stored, secret);
  }

  /** The digest is cut, so that the whole text has 55 characters. */
  static boolean sha512(String stored, byte[] secret) {
    return matches("SHA-512", stored, secret);
  }

  private static boolean matches(String algorithm, String stored, byte[] secret) {
    byte[] salt = stored.substring(SALT_AT, DIGEST_AT).getBytes(StandardCharsets.US_ASCII);
    byte[] hash = PlainDigest.digest(algorithm, salt, secret);
    for (long left = 1L << ALPHABET.indexOf(stored.charAt(ROUNDS_AT)); left > 0; left--) {
      hash = PlainDigest.digest(algorithm, hash, secret);
    }
    String expected = stored.substring(DIGEST_AT);
    String computed = encode(hash).substring(0, expected.length());
    return Digests.constantTimeEquals(
        expected.getBytes(StandardCharsets.UTF_8), computed.getBytes(StandardCharsets.UTF_8));
  }

  /** Six bits a character, the lowest first. */
  private static String encode(byte[] hash) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < hash.length; at += 3) {
      int left = Math.min(3, hash.length - at);
      int bits = 0;
      for (int i = 0; i < left; i++) {
        bits |= (hash[at + i] & 0xff) << (i * Byte.SIZE);
      }
      for (int i = 0; i <= left; i++) {
        text.append(ALPHABET.charAt(bits >> (i * 6) & SIX_BITS));
      }
    }
    return text.toString();
  }
}
