package org.vestibule.config.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
  @ParameterizedTest
  @CsvSource({
    "localhost,localhost",
    "Shop.Example.COM,shop.example.com",
    "shop.example.com.,shop.example.com",
    "127.0.0.1,127.0.0.1",
    "bücher.example,xn--bcher-kva.example",
    "BÜCHER.example,xn--bcher-kva.example"
  })
  void parse_whenAHost_thenOneForm(String text, String stored) {
    assertThat(HostName.parse(text)).contains(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a..b",
        "-a.example",
        "a-.example",
        "localhost:8080",
        "http://a",
        "a/b",
        "a b",
        "a_b.example",
        "*.example.com",
        "a@b",
        "%00",
        "a\n"
      })
  void parse_whenNotAHost_thenEmpty(String text) {
    assertThat(HostName.parse(text)).isEmpty();
  }

  @Test
  void parse_whenTooLong_thenEmpty() {
    assertThat(HostName.parse("a".repeat(64))).isEmpty();
    assertThat(HostName.parse("a.".repeat(127) + "b")).isEmpty();
    assertThat(HostName.parse(null)).isEmpty();
  }
}
