package org.vestibule.hosted.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectOriginsTest {
  @ParameterizedTest
  @CsvSource({
    "https://shop.example.com/cb, https://shop.example.com",
    "https://shop.example.com, https://shop.example.com",
    "https://SHOP.example.com:443/cb, https://shop.example.com",
    "https://shop.example.com:8443/cb?x, https://shop.example.com:8443",
    "http://localhost:3000/cb, http://localhost:3000",
    "http://127.0.0.1:80/cb, http://127.0.0.1",
    "http://[::1]:3000/cb, http://[::1]:3000"
  })
  void pages_haveAnOrigin(String redirectUri, String origin) {
    assertThat(RedirectOrigins.of(List.of(redirectUri))).containsExactly(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"com.example.app:/cb", "com.example.app://cb/x", "urn:ietf:oob", "", "::"})
  void apps_haveNone(String redirectUri) {
    assertThat(RedirectOrigins.of(List.of(redirectUri))).isEmpty();
  }

  @Test
  void several_areASet() {
    assertThat(
            RedirectOrigins.of(
                List.of(
                    "https://a.example.com/1",
                    "https://a.example.com/2",
                    "https://b.example.com/")))
        .containsExactlyInAnyOrder("https://a.example.com", "https://b.example.com");
  }
}
