package org.vestibule.platform.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0", "127.0.0.1", "255.255.255.255", "10.20.30.40", "::1", "2001:db8::1"})
  void anAddress_isReadAsItIsWritten(String text) throws Exception {
    assertThat(IpLiteral.parse(text)).contains(InetAddress.getByName(text));
  }

  @Test
  void anIpv4AddressInIpv6_isTheIpv4Address() throws Exception {
    assertThat(IpLiteral.parse("::ffff:10.0.0.1")).contains(InetAddress.getByName("10.0.0.1"));
  }

  /** Other readers take some of these for addresses, and not for the same ones. */
  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "...",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "256.1.1.1",
        "1.1.1.256",
        "01.2.3.4",
        "1.2.3.00",
        "1.2.3.4 ",
        "1.2.3.+4",
        "1.2.3.-4",
        "1.2.3.0x4",
        "1.2.3.1000",
        "2130706433",
        "\uFF11.2.3.4",
        "1.2.3.4/8",
        "localhost",
        "fe80::1%eth0",
        "[::1]",
        ":",
        "1.2.3.4:80"
      })
  void anythingElse_isNoAddress(String text) {
    assertThat(IpLiteral.parse(text)).isEmpty();
  }
}
