package org.vestibule.hosted.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://id.example.com, https://id.example.com",
    "https://id.example.com/, https://id.example.com",
    "https://id.example.com//, https://id.example.com",
    "https://id.example.com/identity/, https://id.example.com/identity",
    "http://localhost:8080, http://localhost:8080",
    "' https://id.example.com ', https://id.example.com"
  })
  void setting_isTakenWithoutSlashAtItsEnd(String setting, String url) {
    assertThat(BaseUrl.of(Optional.of(setting), "shop.example.com")).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop",
        "id.example.com",
        "ftp://id.example.com",
        "javascript:alert(1)",
        "https://",
        "https://id.example.com?x=1",
        "https://id.example.com#x",
        "https://me@id.example.com",
        "https://id.example .com",
        "https://id.example.com/\"",
        "HTTPS://id.example.com"
      })
  void whatIsNoAddress_givesWayToThePrimaryDomain(String setting) {
    assertThat(BaseUrl.of(Optional.of(setting), "shop.example.com"))
        .isEqualTo("https://shop.example.com");
  }

  @Test
  void withoutSetting_thePrimaryDomain() {
    assertThat(BaseUrl.of(Optional.empty(), "shop.example.com"))
        .isEqualTo("https://shop.example.com");
  }

  @Test
  void url_isBaseAndId() {
    UUID id = UUID.fromString("11111111-1111-4111-8111-111111111111");
    assertThat(new CustomerView(id, "http://localhost:8080").url())
        .isEqualTo("http://localhost:8080/11111111-1111-4111-8111-111111111111");
  }
}
