package org.vestibule.platform.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses in their plain written forms and never asks a name server. */
public final class IpLiteral {

  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  private IpLiteral() {}

  /** Dotted IPv4 without leading zeros, or IPv6 without brackets and zone. */
  public static Optional<InetAddress> parse(String text) {
    if (text == null) {
      return Optional.empty();
    }
    boolean isLiteral = text.indexOf(':') >= 0 ? IPV6.matcher(text).matches() : isDottedIpv4(text);
    return isLiteral ? read(text) : Optional.empty();
  }

  /** By hand, because every request asks for it several times. */
  private static boolean isDottedIpv4(String text) {
    int octets = 0;
    int at = 0;
    while (octets < 4) {
      int end = octets == 3 ? text.length() : text.indexOf('.', at);
      if (end < 0 || !isOctet(text, at, end)) {
        return false;
      }
      octets++;
      at = end + 1;
    }
    return true;
  }

  private static boolean isOctet(String text, int start, int end) {
    int digits = end - start;
    if (digits < 1 || digits > 3 || digits > 1 && text.charAt(start) == '0') {
      return false;
    }
    int value = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      value = value * 10 + digit;
    }
    return value <= 255;
  }

  private static Optional<InetAddress> read(String literal) {
    try {
      // A text with a colon, or four plain octets, is never looked up by this method.
      return Optional.of(InetAddress.getByName(literal));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
