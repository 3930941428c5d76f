package org.vestibule.auth.attempt;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;

/** The part of a network address that one caller cannot change at will. */
final class AddressKey {
  private static final int IPV6_NETWORK_BYTES = 8;

  private AddressKey() {}

  /** An IPv4 address as it is; of an IPv6 address the /64 network, which one site has to itself. */
  static String of(String address) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null || bytes.length == 4) {
      return address;
    }
    return HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES));
  }
}
