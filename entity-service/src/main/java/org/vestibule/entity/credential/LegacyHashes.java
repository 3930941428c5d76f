package org.vestibule.entity.credential;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.digest.Md5Crypt;
import org.apache.commons.codec.digest.Sha2Crypt;
import org.apache.commons.codec.digest.UnixCrypt;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.vestibule.platform.crypto.Digests;

/** Checks passwords against hashes that other systems made. */
final class LegacyHashes {
  private static final Map<PasswordType, Check> CHECKS = new EnumMap<>(PasswordType.class);

  static {
    CHECKS.put(PasswordType.BCRYPT, (it, secret) -> bcrypt(it.value(), secret));
    CHECKS.put(
        PasswordType.CRYPT_SHA256,
        (it, secret) -> equal(it, Sha2Crypt.sha256Crypt(secret.clone(), it.value())));
    CHECKS.put(
        PasswordType.CRYPT_SHA512,
        (it, secret) -> equal(it, Sha2Crypt.sha512Crypt(secret.clone(), it.value())));
    CHECKS.put(
        PasswordType.CRYPT_MD5,
        (it, secret) -> equal(it, Md5Crypt.md5Crypt(secret.clone(), it.value())));
    CHECKS.put(
        PasswordType.CRYPT_DES,
        (it, secret) -> equal(it, UnixCrypt.crypt(secret.clone(), it.value())));
    CHECKS.put(PasswordType.PHPASS, (it, secret) -> Phpass.md5(it.value(), secret));
    CHECKS.put(PasswordType.PHPASS_SHA512, (it, secret) -> Phpass.sha512(it.value(), secret));
    CHECKS.put(PasswordType.PBKDF2_SHA1, (it, secret) -> Pbkdf2.matches("SHA1", it, secret));
    CHECKS.put(PasswordType.PBKDF2_SHA256, (it, secret) -> Pbkdf2.matches("SHA256", it, secret));
    CHECKS.put(PasswordType.PBKDF2_SHA512, (it, secret) -> Pbkdf2.matches("SHA512", it, secret));
    CHECKS.put(
        PasswordType.SHA_256, (it, secret) -> equalHex(it, PlainDigest.hex("SHA-256", it, secret)));
    CHECKS.put(
        PasswordType.SHA_512, (it, secret) -> equalHex(it, PlainDigest.hex("SHA-512", it, secret)));
    CHECKS.put(PasswordType.MD5, (it, secret) -> equalHex(it, PlainDigest.hex("MD5", it, secret)));
    CHECKS.put(
        PasswordType.SHA, (it, secret) -> equalHex(it, PlainDigest.hex("SHA-1", it, secret)));
    CHECKS.put(PasswordType.BASE64, (it, secret) -> equal(it, PlainDigest.base64(secret)));
    CHECKS.put(
        PasswordType.MD5_LEFT, (it, secret) -> equal(it, PlainDigest.saltedLeft(it, secret)));
    CHECKS.put(
        PasswordType.MD5_RIGHT, (it, secret) -> equal(it, PlainDigest.saltedRight(it, secret)));
    CHECKS.put(PasswordType.NETFORUM, (it, secret) -> false);
  }

  private LegacyHashes() {}

  /** False for another password and for kinds that cannot be checked. */
  static boolean matches(PasswordType type, StoredPassword stored, byte[] secret) {
    Check check = CHECKS.get(type);
    return check != null && check.matches(stored, secret);
  }

  private static boolean bcrypt(String value, byte[] secret) {
    return OpenBSDBCrypt.checkPassword(value, secret.clone());
  }

  private static boolean equal(StoredPassword stored, String computed) {
    return Digests.constantTimeEquals(bytes(stored.value()), bytes(computed));
  }

  private static boolean equalHex(StoredPassword stored, String computed) {
    String lower = stored.value().toLowerCase(Locale.ROOT);
    return Digests.constantTimeEquals(bytes(lower), bytes(computed));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Checks one kind. */
  private interface Check {
    boolean matches(StoredPassword stored, byte[] secret);
  }
}
