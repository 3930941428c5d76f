package org.vestibule.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes, keyed hashes and the one comparison that secrets go through. */
public final class Digests {

  private Digests() {}

  public static byte[] sha256(String text) {
    return sha256(text.getBytes(UTF_8));
  }

  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java", e);
    }
  }

  public static String sha256Hex(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  public static String sha256Hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256(bytes));
  }

  /** Only for the request signature that the registration domain documents. */
  public static byte[] hmacSha1(byte[] key, byte[] message) {
    return hmac("HmacSHA1", key, message);
  }

  /** The same of texts, in Base64, as the signatures of clients are. */
  public static String hmacSha1Base64(String key, String message) {
    return Base64.getEncoder()
        .encodeToString(hmacSha1(key.getBytes(UTF_8), message.getBytes(UTF_8)));
  }

  public static byte[] hmacSha256(byte[] key, byte[] message) {
    return hmac("HmacSHA256", key, message);
  }

  /** Takes the same time wherever the two differ; a null never equals anything. */
  public static boolean constantTimeEquals(String left, String right) {
    return left != null
        && right != null
        && MessageDigest.isEqual(left.getBytes(UTF_8), right.getBytes(UTF_8));
  }

  /** Takes the same time wherever the two differ; a null never equals anything. */
  public static boolean constantTimeEquals(byte[] left, byte[] right) {
    return left != null && right != null && MessageDigest.isEqual(left, right);
  }

  private static byte[] hmac(String algorithm, byte[] key, byte[] message) {
    if (key.length == 0) {
      throw new IllegalArgumentException("a keyed hash needs a key");
    }
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(algorithm + " is missing from this Java", e);
    }
  }
}
