package org.vestibule.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifetimesTest {

  @Test
  void nothingSet_thenTheDocumentedDefaults() {
    Lifetimes lifetimes = of(Map.of());

    assertThat(lifetimes.accessToken()).isEqualTo(Duration.ofHours(1));
    assertThat(lifetimes.code()).isEqualTo(Duration.ofMinutes(5));
    assertThat(lifetimes.refresh()).isEqualTo(Duration.ofDays(90));
  }

  @Test
  void accessToken_whenSetLonger_thenCappedAtAnHour() {
    assertThat(of(Map.of("access_token_lifetime", "86400")).accessToken())
        .isEqualTo(Duration.ofHours(1));
    assertThat(of(Map.of("access_token_lifetime", " 600 ")).accessToken())
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void nonsense_thenCountsAsNotSet() {
    for (String value : new String[] {"", "x", "-1", "0", "1e9"}) {
      assertThat(of(Map.of("access_token_lifetime", value)).accessToken())
          .isEqualTo(Duration.ofHours(1));
    }
  }

  @Test
  void refresh_whenZero_thenItNeverEnds() {
    assertThat(of(Map.of("refresh_token_lifetime", "0")).refresh().toDays()).isGreaterThan(36_000);
  }

  private static Lifetimes of(Map<String, String> settings) {
    return Lifetimes.of(name -> Optional.ofNullable(settings.get(name)));
  }
}
