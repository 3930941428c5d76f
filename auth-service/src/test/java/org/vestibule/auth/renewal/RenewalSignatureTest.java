package org.vestibule.auth.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vector of authentication.md 5.2. */
class RenewalSignatureTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef01234567";
  private static final String TOKEN = "q8w7e6r5t4y3u2p9";
  private static final String SIGNATURE = "+PZVjzySluqBNnyzfDaCJZn6KaU=";
  private static final String DATE = "2024-03-09 14:05:06";

  @Test
  void vector_matches() {
    assertThat(matches(SECRET, TOKEN, SIGNATURE, DATE)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1123456789abcdef0123456789abcdef01234567,q8w7e6r5t4y3u2p9,+PZVjzySluqBNnyzfDaCJZn6KaU=,2024-03-09"
        + " 14:05:06",
    "0123456789abcdef0123456789abcdef01234567,q8w7e6r5t4y3u2p8,+PZVjzySluqBNnyzfDaCJZn6KaU=,2024-03-09"
        + " 14:05:06",
    "0123456789abcdef0123456789abcdef01234567,q8w7e6r5t4y3u2p9,+PZVjzySluqBNnyzfDaCJZn6Kau=,2024-03-09"
        + " 14:05:06",
    "0123456789abcdef0123456789abcdef01234567,q8w7e6r5t4y3u2p9,+PZVjzySluqBNnyzfDaCJZn6KaU=,2024-03-09"
        + " 14:05:07",
    "0123456789abcdef0123456789abcdef01234567,q8w7e6r5t4y3u2p9,x,2024-03-09 14:05:06"
  })
  void anythingElse_doesNot(String secret, String token, String signature, String date) {
    assertThat(matches(secret, token, signature, date)).isFalse();
  }

  /** A line break moved from one value into the other signs another text. */
  @Test
  void lineBreaks_cannotBeMoved() {
    assertThat(matches(SECRET, DATE + "\n" + TOKEN, SIGNATURE, "")).isFalse();
  }

  private static boolean matches(String secret, String token, String signature, String date) {
    return RenewalSignature.matches(secret, new RenewalRequest(token, signature, date));
  }
}
