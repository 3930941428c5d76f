package org.vestibule.platform.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses in their plain written forms and never asks a name server. */
public final class IpLiteral {

  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile("(" + OCTET + "\\.){3}" + OCTET);
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  private IpLiteral() {}

  /** Dotted IPv4 without leading zeros, or IPv6 without brackets and zone. */
  public static Optional<InetAddress> parse(String text) {
    if (text == null) {
      return Optional.empty();
    }
    boolean isIpv6 = text.indexOf(':') >= 0 && IPV6.matcher(text).matches();
    return isIpv6 || IPV4.matcher(text).matches() ? read(text) : Optional.empty();
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
