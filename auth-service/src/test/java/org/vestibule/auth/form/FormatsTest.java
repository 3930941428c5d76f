package org.vestibule.auth.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private static final Map<String, List<String>> GOOD =
      Map.ofEntries(
          Map.entry("alpha", List.of("abcXYZ")),
          Map.entry("alphaExtended", List.of("O'Neill-Smith")),
          Map.entry("alphaExtendedSpaces", List.of("Mary O'Neill-Smith")),
          Map.entry("alphaNumeric", List.of("aB3")),
          Map.entry("alphaNumericExtended", List.of("aB3-'")),
          Map.entry("i18nAlphaNumeric", List.of("Zoë3", "Ящик")),
          Map.entry("noWhitespace", List.of("a!b")),
          Map.entry("numeric", List.of("0123")),
          Map.entry("numericReal", List.of("1", "-1.50")),
          Map.entry("phone", List.of("(555) 123-4567", "5551234567")),
          Map.entry("phoneInternational", List.of("+31 71 123 45 67")),
          Map.entry("zipCode", List.of("12345")),
          Map.entry("zipCode+4", List.of("12345", "12345-6789")));
  private static final Map<String, List<String>> BAD =
      Map.ofEntries(
          Map.entry("alpha", List.of("a1", "a b", "ë")),
          Map.entry("alphaExtended", List.of("a b", "a1")),
          Map.entry("alphaExtendedSpaces", List.of("a1")),
          Map.entry("alphaNumeric", List.of("a-b")),
          Map.entry("alphaNumericExtended", List.of("a b")),
          Map.entry("i18nAlphaNumeric", List.of("a b", "a-b")),
          Map.entry("noWhitespace", List.of("a b", "a\nb")),
          Map.entry("numeric", List.of("1.0", "-1", "")),
          Map.entry("numericReal", List.of("1.", ".5", "1e3")),
          Map.entry("phone", List.of("555123456", "55512345678")),
          Map.entry("phoneInternational", List.of("+31", "call me", "1".repeat(21))),
          Map.entry("zipCode", List.of("1234", "123456")),
          Map.entry("zipCode+4", List.of("12345-", "12345-678")));

  @Test
  void everyFormat_acceptsWhatItShould() {
    GOOD.forEach(
        (format, values) ->
            assertThat(values).as(format).allMatch(value -> Formats.matches(format, value)));
  }

  @Test
  void everyFormat_refusesWhatItShould() {
    BAD.forEach(
        (format, values) ->
            assertThat(values).as(format).noneMatch(value -> Formats.matches(format, value)));
  }

  @Test
  void email_whenWellFormed_thenAccepted() {
    assertThat(
            List.of(
                "jo@example.com",
                "jo.doe+news@mail.example.co.uk",
                "zoë@example.test",
                "jo@bücher.example",
                "o'neill_x-y@example.com",
                "a".repeat(64) + "@example.com"))
        .allMatch(value -> Formats.matches("email", value));
  }

  @Test
  void email_whenMalformed_thenRefused() {
    assertThat(
            List.of(
                "jo",
                "@example.com",
                "jo@",
                "jo@localhost",
                "jo@@example.com",
                "jo@exam ple.com",
                "jo@-example.com",
                "jo@example.com-",
                "jo@example..com",
                ".jo@example.com",
                "jo.@example.com",
                "jo@example.com\r\nBcc: x@example.com",
                "Jo <jo@example.com>",
                "jo\u200b@example.com",
                "a".repeat(65) + "@example.com",
                "a@" + "b".repeat(250) + ".com"))
        .noneMatch(value -> Formats.matches("email", value));
  }

  @Test
  void hostileInput_whenMatched_thenFast() {
    long start = System.nanoTime();
    Formats.matches("phone", "1 ".repeat(50_000) + "x");
    Formats.matches("email", "a.".repeat(100_000));

    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }
}
