package org.vestibule.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.platform.outbound.OutboundException.Reason;

class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.com,                 true,  example.com,  443,  /",
    "HTTPS://Example.COM./a?b=c%20d#f,    true,  example.com,  443,  /a?b=c%20d",
    "http://hooks.example.com:8080/x,     false, hooks.example.com, 8080, /x",
    "https://192.0.2.1/,                  true,  192.0.2.1,    443,  /",
    "https://[2001:db8::1]:8443/x,        true,  2001:db8::1,  8443, /x",
    "https://localhost,                   true,  localhost,    443,  /"
  })
  void ordinaryUrl_isTakenApart(String url, boolean isTls, String host, int port, String path) {
    assertThat(Target.parse(url)).isEqualTo(new Target(isTls, host, port, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://0177.0.0.1/",
        "https://127.1/",
        "https://127.0.1/",
        "https://017700000001/",
        "https://127.0.0.1.:/",
        "https://256.0.0.1/",
        "https://1.2.3.4.5/",
        "https://01.2.3.4/",
        "https://example.com.0x1/",
        "https://[::1%25eth0]/",
        "https://[v1.x]/",
        "https://user@example.com/",
        "https://user:pw@example.com/",
        "https://@example.com/",
        "https://example.com:0/",
        "https://example.com:65536/",
        "https://example.com:x/",
        "https:///path",
        "https:example.com",
        "https://",
        "https://exa mple.com/",
        "https://example.com/\r\nX: y",
        "https://例え.example/",
        "https://example.com\\@evil.example.com/",
        "https://-a.example.com/",
        "https://a..example.com/",
        "https://example.com/ü",
        "https://[::1"
      })
  void unusualUrl_isRefused(String url) {
    assertRefused(url, Reason.URL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.com/",
        "file:///etc/passwd",
        "gopher://example.com/",
        "javascript:alert(1)",
        "data:text/plain,x",
        "jar:https://example.com!/",
        "//example.com/",
        "example.com",
        ""
      })
  void otherScheme_isRefused(String url) {
    assertRefused(url, Reason.SCHEME);
  }

  @Test
  void longUrl_isRefused() {
    assertRefused("https://example.com/" + "a".repeat(4_096), Reason.URL);
  }

  private static void assertRefused(String url, Reason reason) {
    assertThatThrownBy(() -> Target.parse(url))
        .isInstanceOfSatisfying(
            OutboundException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
