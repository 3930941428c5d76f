package org.vestibule.entity.credential;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vestibule.platform.crypto.Argon2id;

/**
 * The kinds of stored passwords with the form of their values. Forms that would cost more than
 * about a second to check are refused, so that an import cannot take the hashing threads away.
 */
public enum PasswordType {
  ARGON2ID(
      StoredPassword.CURRENT,
      "\\$argon2id\\$v=19\\$m=\\d{1,6},t=\\d{1,2},p=\\d{1,2}\\$[\\w+/]{11,86}\\$[\\w+/]{16,86}"),
  BCRYPT("password-bcrypt", "\\$2[aby]\\$(0[4-9]|1[0-4])\\$[./\\w]{53}"),
  CRYPT_SHA256("password-crypt-sha256", "\\$5\\$(rounds=\\d{1,6}\\$)?[^$]{0,16}\\$[./\\w]{43}"),
  CRYPT_SHA512("password-crypt-sha512", "\\$6\\$(rounds=\\d{1,6}\\$)?[^$]{0,16}\\$[./\\w]{86}"),
  CRYPT_DES("password-crypt-des", "[./\\w]{13}"),
  CRYPT_MD5("password-crypt-md5", "\\$1\\$[^$]{0,8}\\$[./\\w]{22}"),
  PBKDF2_SHA1("password-pbkdf2-sha1", Forms.PBKDF2),
  PBKDF2_SHA256("password-pbkdf2-sha256", Forms.PBKDF2),
  PBKDF2_SHA512("password-pbkdf2-sha512", Forms.PBKDF2),
  PHPASS_SHA512("password-phpass-sha512-truncated-55", "\\$S\\$[5-9A-I][./\\w]{51}"),
  PHPASS("password-phpass-55", "\\$[PH]\\$[5-9A-I][./\\w]{30}"),
  SHA_256("password-sha-256", "[0-9a-fA-F]{64}"),
  SHA_512("password-sha-512", "[0-9a-fA-F]{128}"),
  MD5("password-md5", "[0-9a-fA-F]{32}"),
  SHA("password-sha", "[0-9a-fA-F]{40}"),
  BASE64("password-base64", Forms.BASE64),
  MD5_LEFT("password-md5-salted-left-base64", Forms.BASE64),
  MD5_RIGHT("password-md5-salted-right-base64", Forms.BASE64),
  NETFORUM("password-netforum", "(?s).+");

  private static final Map<String, PasswordType> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(it -> it.wireName, Function.identity()));

  private final String wireName;
  private final Pattern form;

  PasswordType(String wireName, String form) {
    this.wireName = wireName;
    this.form = Pattern.compile(form);
  }

  /** The type of a wire name. */
  public static Optional<PasswordType> of(String wireName) {
    return Optional.ofNullable(BY_NAME.get(wireName));
  }

  /** Whether a hash that was made elsewhere may be stored. */
  static boolean accepts(StoredPassword password) {
    return of(password.type())
        .filter(it -> it.form.matcher(password.value()).matches())
        .filter(it -> it != ARGON2ID || Argon2id.accepts(password.value()))
        .isPresent();
  }

  private static final class Forms {
    static final String PBKDF2 = "(1?\\d{1,6}):[\\w+/]{1,344}={0,2}:[\\w+/]{8,344}={0,2}";
    static final String BASE64 = "[\\w+/]+={0,2}";
  }
}
