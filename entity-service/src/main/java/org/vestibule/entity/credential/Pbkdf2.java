package org.vestibule.entity.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.vestibule.platform.crypto.Digests;

/** PBKDF2 in the form {@code iterations:base64(salt):base64(hash)}. */
final class Pbkdf2 {
  private Pbkdf2() {}

  static boolean matches(String digest, StoredPassword stored, byte[] secret) {
    String[] parts = stored.value().split(":");
    try {
      byte[] salt = Base64.getDecoder().decode(parts[1]);
      byte[] hash = Base64.getDecoder().decode(parts[2]);
      byte[] computed = hash(digest, secret, salt, Integer.parseInt(parts[0]), hash.length);
      return Digests.constantTimeEquals(hash, computed);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static byte[] hash(String digest, byte[] secret, byte[] salt, int rounds, int length) {
    char[] password = new String(secret, StandardCharsets.UTF_8).toCharArray();
    PBEKeySpec spec = new PBEKeySpec(password, salt, rounds, length * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmac" + digest)
          .generateSecret(spec)
          .getEncoded();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    } finally {
      spec.clearPassword();
    }
  }
}
