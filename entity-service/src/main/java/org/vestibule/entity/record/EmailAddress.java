package org.vestibule.entity.record;

import java.util.regex.Pattern;

/** What passes as an e-mail address: something before one {@code @}, a domain with a dot behind. */
final class EmailAddress {
  private static final int LONGEST = 254;
  private static final int LONGEST_LABEL = 63;
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
        && LOCAL.matcher(text.substring(0, at)).matches()
        && isDomain(text.substring(at + 1));
  }

  private static boolean isDomain(String domain) {
    String[] labels = domain.split("\\.", -1);
    for (String label : labels) {
      if (label.length() > LONGEST_LABEL || !LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return labels.length > 1;
  }
}
