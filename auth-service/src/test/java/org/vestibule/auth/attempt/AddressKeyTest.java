package org.vestibule.auth.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressKeyTest {

  @Test
  void ipv4_thenTheWholeAddress() {
    assertThat(AddressKey.of("192.0.2.1")).isEqualTo("192.0.2.1");
  }

  @Test
  void ipv6_thenItsNetworkOfOneSite() {
    assertThat(AddressKey.of("2001:db8:1:2:3::4"))
        .isEqualTo(AddressKey.of("2001:db8:1:2:ffff::1"))
        .isNotEqualTo(AddressKey.of("2001:db8:1:3::4"));
  }

  @Test
  void anythingElse_thenItself() {
    assertThat(AddressKey.of("unknown")).isEqualTo("unknown");
  }
}
