package org.vestibule.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.vestibule.platform.net.Cidr;
import org.vestibule.platform.net.CidrList;

/** Which addresses a call to the outside may reach: public ones and the operator's exceptions. */
public final class AddressPolicy {

  /** IPv4 blocks that are not globally reachable (IANA special-purpose registry). */
  private static final CidrList SPECIAL_IPV4 =
      CidrList.parse(
          "0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,"
              + "192.0.0.0/24,192.0.2.0/24,192.31.196.0/24,192.52.193.0/24,192.88.99.0/24,"
              + "192.168.0.0/16,192.175.48.0/24,198.18.0.0/15,198.51.100.0/24,203.0.113.0/24,"
              + "224.0.0.0/4,240.0.0.0/4");

  private static final Cidr GLOBAL_IPV6 = Cidr.parse("2000::/3");

  /** Inside the global block: protocol assignments, Teredo, documentation, 6to4. */
  private static final CidrList SPECIAL_IPV6 =
      CidrList.parse("2001::/23,2001:db8::/32,2002::/16,2620:4f:8000::/48,3fff::/20");

  /** Networks without IPv4 reach every public IPv4 address through this prefix. */
  private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");

  private static final int IPV4_BYTES = 4;

  private final CidrList exceptions;

  public AddressPolicy(CidrList exceptions) {
    this.exceptions = exceptions;
  }

  public boolean permits(InetAddress address) {
    return exceptions.contains(address) || isPublic(address);
  }

  /** Whether the operator named this address as an exception. */
  public boolean isException(InetAddress address) {
    return exceptions.contains(address);
  }

  static boolean isPublic(InetAddress address) {
    if (address.getAddress().length == IPV4_BYTES) {
      return !SPECIAL_IPV4.contains(address);
    }
    return NAT64.contains(address)
        ? isPublic(embedded(address))
        : GLOBAL_IPV6.contains(address) && !SPECIAL_IPV6.contains(address);
  }

  private static InetAddress embedded(InetAddress address) {
    byte[] bytes = address.getAddress();
    try {
      return InetAddress.getByAddress(
          Arrays.copyOfRange(bytes, bytes.length - IPV4_BYTES, bytes.length));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
