package org.vestibule.entity.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The simple digests of old imports; they are replaced at the next sign-in. */
final class PlainDigest {
  private PlainDigest() {}

  /** Hex digest of salt and password. */
  static String hex(String algorithm, StoredPassword stored, byte[] secret) {
    return HexFormat.of().formatHex(digest(algorithm, salt(stored), secret));
  }

  static String base64(byte[] secret) {
    return Base64.getEncoder().encodeToString(secret);
  }

  static String saltedLeft(StoredPassword stored, byte[] secret) {
    return base64(digest("MD5", salt(stored), secret));
  }

  static String saltedRight(StoredPassword stored, byte[] secret) {
    return base64(digest("MD5", secret, salt(stored)));
  }

  static byte[] digest(String algorithm, byte[] first, byte[] second) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      digest.update(first);
      return digest.digest(second);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static byte[] salt(StoredPassword stored) {
    String salt = stored.salt() == null ? "" : stored.salt();
    return salt.getBytes(StandardCharsets.UTF_8);
  }
}
