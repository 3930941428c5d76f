package org.vestibule.platform.crypto;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The string {@code $argon2id$v=19$m=..,t=..,p=..$salt$tag} that is stored for a password. */
record Argon2Phc(Argon2Params params, byte[] salt, byte[] tag) {

  private static final int MAX_LENGTH = 256;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,8}),t=([1-9][0-9]{0,8}),p=([1-9][0-9]{0,8})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

  /** Empty when the text has another form or asks for more than anybody may have chosen. */
  static Optional<Argon2Phc> parse(String text) {
    if (text == null || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() ? read(matcher) : Optional.empty();
  }

  private static Optional<Argon2Phc> read(Matcher matcher) {
    try {
      Argon2Params params =
          new Argon2Params(number(matcher, 1), number(matcher, 2), number(matcher, 3));
      Argon2Phc phc = new Argon2Phc(params, bytes(matcher, 4), bytes(matcher, 5));
      return params.isComputable() ? Optional.of(phc) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String text() {
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    return prefix(params) + encoder.encodeToString(salt) + "$" + encoder.encodeToString(tag);
  }

  /** Whether a string that is a hash was made with these parameters and lengths. */
  static boolean isOf(Argon2Params params, int saltBytes, int tagBytes, String text) {
    String prefix = prefix(params);
    int separator = prefix.length() + base64Length(saltBytes);
    return text.startsWith(prefix)
        && text.indexOf('$', prefix.length()) == separator
        && text.length() == separator + 1 + base64Length(tagBytes);
  }

  private static String prefix(Argon2Params params) {
    return "$argon2id$v=19$m="
        + params.memoryKib()
        + ",t="
        + params.iterations()
        + ",p="
        + params.parallelism()
        + "$";
  }

  private static int base64Length(int bytes) {
    return (bytes * 4 + 2) / 3;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static byte[] bytes(Matcher matcher, int group) {
    return Base64.getDecoder().decode(matcher.group(group));
  }
}
