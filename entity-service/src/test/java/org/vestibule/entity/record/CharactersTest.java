package org.vestibule.entity.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.entity.schema.Constraint;

class CharactersTest {
  @ParameterizedTest
  @CsvSource({
    "ALPHABETIC, abcXYZ, true",
    "ALPHABETIC, abc1, false",
    "ALPHANUMERIC, abc1, true",
    "ALPHANUMERIC, 'a b', false",
    "UNICODE_LETTERS, Zo\u00eb, true",
    "UNICODE_LETTERS, Zoe\u0308, true",
    "UNICODE_LETTERS, a1, false",
    "UNICODE_PRINTABLE, 'Zo\u00eb & <b> \u20ac', true",
    "UNICODE_PRINTABLE, 'x\u0007', false",
    "UNICODE_PRINTABLE, 'x\u200b', false",
    "UNICODE_PRINTABLE, 'x\u2028', false",
    "UNICODE_PRINTABLE, '\ud83d\ude00', false",
    "REQUIRED, '', true"
  })
  void constraint_isChecked(Constraint constraint, String text, boolean fits) {
    assertThat(Characters.fit(constraint, text)).isEqualTo(fits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a@example.org", "a.b+c@sub.example.org", "zo\u00eb@b\u00fccher.example", "'@a.b"})
  void address_isAccepted(String text) {
    assertThat(EmailAddress.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@example.org",
        "a@",
        "a@b",
        "a@b@example.org",
        "a b@example.org",
        "a@-b.org",
        "a@b-.org",
        "a@b..org",
        "a@b.org.",
        "a\n@b.org",
        "a@b.org\r\nBcc: c@d.org",
        "a@b_c.org"
      })
  void otherText_isNoAddress(String text) {
    assertThat(EmailAddress.isValid(text)).isFalse();
  }
}
