package org.vestibule.entity.record;

import java.util.regex.Pattern;

/** What passes as an e-mail address: something before one {@code @}, a domain with a dot behind. */
final class EmailAddress {
  private static final int LONGEST = 254;
  private static final int LONGEST_LABEL = 63;
  private static final char DELETE = 0x7F;
  private static final String NOT_LOCAL = "\"(),:;<>[]\\@";
  private static final Pattern LOCAL =
      Pattern.compile("[^\\s\\p{Cntrl}\\p{Cf}\\p{Zs}\"(),:;<>\\[\\]\\\\]+");
  private static final Pattern LABEL =
      Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]([\\p{L}\\p{M}\\p{Nd}-]*[\\p{L}\\p{M}\\p{Nd}])?");

  private EmailAddress() {}

  static boolean isValid(String text) {
    int at = text.indexOf('@');
    return at > 0
        && at == text.lastIndexOf('@')
        && text.length() <= LONGEST
        && isLocal(text.substring(0, at))
        && isDomain(text.substring(at + 1));
  }

  private static boolean isLocal(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < DELETE && NOT_LOCAL.indexOf(c) < 0)
        || LOCAL.matcher(text).matches();
  }

  /** Most are plain, which is seen without an automaton. */
  private static boolean isLabel(String text) {
    boolean plain = !text.isEmpty() && text.chars().allMatch(EmailAddress::isPlain);
    return plain || LABEL.matcher(text).matches();
  }

  private static boolean isPlain(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static boolean isDomain(String domain) {
    String[] labels = domain.split("\\.", -1);
    for (String label : labels) {
      if (label.length() > LONGEST_LABEL || !isLabel(label)) {
        return false;
      }
    }
    return labels.length > 1;
  }
}
