package org.vestibule.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {
  private static final String TYPE = "multipart/form-data; boundary=x";

  @Test
  void urlEncoded_isDecodedOnce() {
    assertThat(FormBody.urlEncoded("a=1+2%2B&b=%C3%A9&c=&d&e=x;y=z"))
        .containsExactly(
            Map.entry("a", "1 2+"),
            Map.entry("b", "\u00e9"),
            Map.entry("c", ""),
            Map.entry("d", ""),
            Map.entry("e", "x;y=z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%2", "a=%zz"})
  void urlEncoded_whenMalformed_thenSaysSo(String body) {
    assertThatThrownBy(() -> FormBody.urlEncoded(body)).isInstanceOf(FormBody.Malformed.class);
  }

  @Test
  void multipart_keepsOrderAndRepetitions_andLeavesFilesOut() {
    String body = part("a", "1") + part("b", "\u00e9") + part("a", "2") + file() + "--x--\r\n";
    assertThat(FormBody.multipart(request(TYPE, body)))
        .containsExactly(Map.entry("a", "1"), Map.entry("b", "\u00e9"), Map.entry("a", "2"));
  }

  @Test
  void multipart_mayHaveManyFields() {
    String body = part("a", "1").repeat(500) + "--x--\r\n";
    assertThat(FormBody.multipart(request(TYPE, body))).hasSize(500);
  }

  @Test
  void multipart_whenTooManyFields_thenRefused() {
    String body = part("a", "1").repeat(2_001) + "--x--\r\n";
    assertThatThrownBy(() -> FormBody.multipart(request(TYPE, body)))
        .isInstanceOf(FormBody.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"multipart/form-data", "multipart/form-data; boundary", "multipart/form-data;"})
  void multipart_withoutBoundary_isRefused(String type) {
    assertThatThrownBy(() -> FormBody.multipart(request(type, part("a", "1"))))
        .isInstanceOf(FormBody.Malformed.class);
  }

  private static String part(String name, String value) {
    return "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  private static String file() {
    return "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.txt\"\r\n"
        + "Content-Type: text/plain\r\n\r\ncontent\r\n";
  }

  private static EdgeRequest request(String type, String body) {
    return new EdgeRequest(
        "POST",
        "/x",
        "shop.example.com",
        MultiMap.caseInsensitiveMultiMap().add("Content-Type", type),
        "",
        body.getBytes(StandardCharsets.UTF_8),
        "203.0.113.9",
        "k7m2p9x4c6v8b3n5",
        CallContext.platform("k7m2p9x4c6v8b3n5"));
  }
}
