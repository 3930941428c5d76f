package org.vestibule.hosted.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vestibule.hosted.TestRequests.form;
import static org.vestibule.hosted.TestRequests.of;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.platform.http.EdgeRequest;

class TokenFormReaderTest {
  private static final String MULTIPART =
      """
      --x\r
      Content-Disposition: form-data; name="grant_type"\r
      \r
      client_credentials\r
      --x\r
      Content-Disposition: form-data; name="scope"\r
      \r
      *:webhooks/**\r
      --x--\r
      """;

  @Test
  void urlEncoded_isDecoded() {
    TokenForm read =
        TokenFormReader.read(form("grant_type=client_credentials&scope=*%3Awebhooks%2F**+.:**"));

    assertThat(read.require("grant_type")).isEqualTo("client_credentials");
    assertThat(read.get("scope")).contains("*:webhooks/** .:**");
  }

  @Test
  void multipart_isRead() {
    TokenForm read = TokenFormReader.read(of("multipart/form-data; boundary=x", MULTIPART));

    assertThat(read.require("grant_type")).isEqualTo("client_credentials");
    assertThat(read.get("scope")).contains("*:webhooks/**");
  }

  @Test
  void contentType_mayHaveCapitalsAndParameters() {
    TokenForm read =
        TokenFormReader.read(of("Application/X-WWW-Form-Urlencoded; charset=UTF-8", "a=b"));

    assertThat(read.get("a")).contains("b");
  }

  @Test
  void empty_isAbsent() {
    TokenForm read = TokenFormReader.read(form("grant_type=&scope=&resource="));

    assertThat(read.get("scope")).isEmpty();
    assertThat(read.resources()).isEmpty();
    assertRefused(() -> read.require("grant_type"), "grant_type is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1&a=2", "a=1&a=1", "scope=&scope=x", "x=1&a=2&x=3", "a&a"})
  void twice_isRefused(String body) {
    assertRefused(() -> TokenFormReader.read(form(body)), "given more than once");
  }

  @Test
  void resource_mayComeTwice() {
    assertThat(TokenFormReader.read(form("resource=urn:a&resource=urn:b")).resources())
        .containsExactly("urn:a", "urn:b");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "application/json", "text/plain", "application/xml", "multipart/mixed"})
  void otherTypes_areRefused(String type) {
    assertRefused(() -> TokenFormReader.read(of(type, "{}")), "the body must be a form");
  }

  @Test
  void malformed_isRefused() {
    assertRefused(() -> TokenFormReader.read(form("a=%zz")), "not syntactically valid");
    EdgeRequest noBoundary = of("multipart/form-data", MULTIPART);
    assertRefused(() -> TokenFormReader.read(noBoundary), "not syntactically valid");
  }

  @Test
  void long_isRefusedUnread() {
    assertRefused(() -> TokenFormReader.read(form("a=" + "x".repeat(70_000))), "too long");
  }

  @Test
  void toString_tellsNoValues() {
    assertThat(TokenFormReader.read(form("client_secret=s3cr3t")).toString())
        .isEqualTo("TokenForm[client_secret]");
  }

  private static void assertRefused(Runnable work, String description) {
    assertThatThrownBy(work::run)
        .hasMessageContaining("invalid_request")
        .hasMessageContaining(description);
  }
}
