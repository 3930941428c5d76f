package org.vestibule.auth.factor;

/** A verified address or number of a person. */
public record Destination(Channel channel, String address) {
  private static final String HIDDEN = "***";
  private static final int SHOWN_DIGITS = 2;

  /** As much as its owner needs to know it again: {@code j***@e***.com}, {@code ***10}. */
  public String masked() {
    return channel == Channel.EMAIL ? maskedAddress() : HIDDEN + tail(address, SHOWN_DIGITS);
  }

  private String maskedAddress() {
    int at = address.lastIndexOf('@');
    String domain = address.substring(at + 1);
    return first(address)
        + HIDDEN
        + "@"
        + first(domain)
        + HIDDEN
        + domain.substring(domain.lastIndexOf('.'));
  }

  private static String first(String text) {
    return text.substring(0, text.offsetByCodePoints(0, 1));
  }

  private static String tail(String text, int length) {
    return text.substring(text.length() - length);
  }

  @Override
  public String toString() {
    return "Destination[" + masked() + "]";
  }
}
