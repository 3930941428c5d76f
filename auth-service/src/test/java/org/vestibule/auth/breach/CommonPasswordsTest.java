package org.vestibule.auth.breach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {
  private final CommonPasswords common = new CommonPasswords();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "Password1",
        "PASSWORD123",
        "12345678",
        "qwertyuiop",
        "1q2w3e4r",
        "iloveyou1",
        "P@ssw0rd123",
        "Summer2024!",
        "aaaaaaaa",
        "football",
        "Passwort123",
        "azertyuiop"
      })
  void whatEverybodyGuessesFirst_isKnownInAnyCase(String password) {
    assertThat(common.contain(password)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Test.123",
        "New.1234",
        "correct-horse-9",
        "zv8#kQ2m!",
        "",
        " password",
        "пароль-42"
      })
  void everythingElse_isNot(String password) {
    assertThat(common.contain(password)).isFalse();
  }

  @Test
  void list_holdsMoreThanTheThreeThousandThatAreAskedFor_andNoneThatIsTooShortAnyway()
      throws IOException {
    List<String> lines;
    try (var in = CommonPasswords.class.getResourceAsStream("/passwords/common.txt")) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }

    assertThat(common.size()).isGreaterThan(3_000).isEqualTo(lines.size());
    assertThat(lines).allMatch(it -> it.length() >= 8).allMatch(common::contain);
  }

  @Test
  void megabytes_areAnsweredAtOnce() {
    assertThat(common.contain("a".repeat(1_000_000))).isFalse();
  }
}
