package org.vestibule.auth.nativecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NativeCorsTest {

  @Test
  void open_areTheCallsOfPublicClientsAlone() {
    assertThat(
            List.of(
                "/oauth/auth_native_traditional",
                "/oauth/register_native_traditional",
                "/oauth/auth_native",
                "/oauth/refresh_access_token",
                "/access/useVerificationCode",
                "/access/use_verification_code"))
        .allMatch(NativeCors::isOpen);
    assertThat(
            List.of(
                "/oauth/token",
                "/access/getAccessToken",
                "/entity",
                "/x/auth_native",
                "/internal/tokens/resolve"))
        .noneMatch(NativeCors::isOpen);
  }

  @Test
  void origin_whenListed_thenAllowedExactly() {
    NativeCors cors = new NativeCors(List.of("https://shop.example.com"));

    assertThat(cors.allowed("https://shop.example.com")).contains("https://shop.example.com");
    for (String other :
        new String[] {
          "https://evil.example.com",
          "https://shop.example.com.evil.example",
          "null",
          "http://shop.example.com",
          null
        }) {
      assertThat(cors.allowed(other)).isEqualTo(Optional.empty());
    }
  }
}
