package org.vestibule.config.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {
  @Test
  void parse_whenWellFormed_thenIdAndSecret() {
    assertThat(BasicCredentials.parse("basic  " + encode("id:se:cret")))
        .contains(new BasicCredentials("id", "se:cret"));
    assertThat(BasicCredentials.parse("Basic " + encode("id:")))
        .contains(new BasicCredentials("id", ""));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "Basic", "Basic ", "Basic ???", "Bearer abc", "Basic Og==", "Basic aWQ="})
  void parse_whenNot_thenEmpty(String header) {
    assertThat(BasicCredentials.parse(header)).isEmpty();
  }

  @Test
  void toString_hidesTheSecret() {
    assertThat(new BasicCredentials("id", "hidden").toString()).doesNotContain("hidden");
    assertThat(new ClientCredentials("id", "hidden").toString()).doesNotContain("hidden");
  }

  private static String encode(String pair) {
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
