package org.vestibule.platform.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A block of IPv4 or IPv6 addresses such as {@code 10.0.0.0/8}; a bare address is a block of one.
 */
public final class Cidr {

  private final byte[] network;
  private final int prefix;

  private Cidr(byte[] network, int prefix) {
    this.network = masked(network, prefix);
    this.prefix = prefix;
  }

  public static Cidr parse(String text) {
    return tryParse(text)
        .orElseThrow(() -> new IllegalArgumentException("not an address block: " + text));
  }

  /** Empty for anything that is neither an address nor an address with a prefix length. */
  public static Optional<Cidr> tryParse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    return IpLiteral.parse(address)
        .map(InetAddress::getAddress)
        .flatMap(bytes -> block(bytes, slash < 0 ? null : text.substring(slash + 1)));
  }

  private static Optional<Cidr> block(byte[] address, String prefix) {
    int bits = address.length * Byte.SIZE;
    if (prefix == null) {
      return Optional.of(new Cidr(address, bits));
    }
    boolean isNumber = prefix.matches("[0-9]{1,3}");
    return isNumber && Integer.parseInt(prefix) <= bits
        ? Optional.of(new Cidr(address, Integer.parseInt(prefix)))
        : Optional.empty();
  }

  /** An IPv4 block holds no IPv6 address and the other way round. */
  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == network.length && Arrays.equals(masked(bytes, prefix), network);
  }

  private static byte[] masked(byte[] address, int prefix) {
    byte[] result = address.clone();
    for (int i = 0; i < result.length; i++) {
      int kept = Math.max(0, Math.min(Byte.SIZE, prefix - i * Byte.SIZE));
      result[i] &= (byte) (0xff << (Byte.SIZE - kept));
    }
    return result;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cidr that
        && prefix == that.prefix
        && Arrays.equals(network, that.network);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(network) + prefix;
  }

  @Override
  public String toString() {
    try {
      return InetAddress.getByAddress(network).getHostAddress() + "/" + prefix;
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
