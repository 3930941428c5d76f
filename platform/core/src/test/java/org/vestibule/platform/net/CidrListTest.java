package org.vestibule.platform.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrListTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,      10.255.255.255, true",
    "10.0.0.0/8,      11.0.0.0,       false",
    "10.1.2.3/8,      10.9.9.9,       true",
    "192.0.2.128/25,  192.0.2.127,    false",
    "192.0.2.128/25,  192.0.2.128,    true",
    "192.0.2.7,       192.0.2.7,      true",
    "192.0.2.7,       192.0.2.8,      false",
    "0.0.0.0/0,       203.0.113.9,    true",
    "0.0.0.0/0,       2001:db8::1,    false",
    "::/0,            192.0.2.1,      false",
    "2001:db8::/33,   2001:db8:7fff::1, true",
    "2001:db8::/33,   2001:db8:8000::1, false",
    "::1,             ::1,            true",
    "127.0.0.0/8,     ::ffff:127.0.0.1, true"
  })
  void contains_followsThePrefix(String block, String address, boolean expected) {
    assertThat(CidrList.parse(block).contains(address)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "localhost",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "01.2.3.4",
        "1.2.3.4/33",
        "1.2.3.4/",
        "1.2.3.4/-1",
        "::1/129",
        "::1%eth0",
        "[::1]",
        "1:2",
        "0x7f.0.0.1",
        "2130706433"
      })
  void everythingElse_isNoBlock(String text) {
    assertThat(Cidr.tryParse(text)).isEmpty();
    assertThatThrownBy(() -> CidrList.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void severalBlocks_areReadAndPrinted() {
    CidrList list = CidrList.parse(" 10.1.0.0/8, ::1 ,");
    assertThat(list.toString()).isEqualTo("10.0.0.0/8,0:0:0:0:0:0:0:1/128");
    assertThat(list).isEqualTo(CidrList.of(List.of("10.0.0.0/8", "::1/128")));
    assertThat(list.contains("no address")).isFalse();
  }

  @Test
  void emptyText_isNone() {
    assertThat(CidrList.parse("")).isEqualTo(CidrList.NONE);
    assertThat(CidrList.NONE.isEmpty()).isTrue();
    assertThat(CidrList.NONE.contains("10.0.0.1")).isFalse();
  }
}
