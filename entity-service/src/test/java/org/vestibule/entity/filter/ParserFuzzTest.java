package org.vestibule.entity.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.problem.ProblemException;

/**
 * Whatever is sent as a filter becomes an expression, or a refusal that points into the text; run
 * one again by {@code -Dfuzz.seed=...}.
 */
class ParserFuzzTest {
  private static final int TEXTS = 50_000;
  private static final int LONGEST = 16_384;
  private static final Duration SLOWEST = Duration.ofSeconds(2);
  private static final String MEANING = "ab1 '\"\\()=!<>.#/-\n";
  private static final List<String> TOKENS =
      List.of(
          "a",
          "b.c",
          "/d/e",
          "//f#12",
          "g#",
          "#",
          "..",
          "_",
          "and",
          "OR",
          "Not",
          "!",
          "is",
          "null",
          "NULL",
          "is not null",
          "true",
          "FALSE",
          "contains",
          "like",
          "in",
          "=",
          "!=",
          "==",
          "<",
          "<=",
          ">",
          ">=",
          "<>",
          "=!",
          "(",
          ")",
          "()",
          "'x'",
          "\"y\"",
          "'",
          "\"",
          "\\",
          "'\\''",
          "'\\",
          "1",
          "-2.5",
          "--",
          "-",
          "1.",
          ".5",
          "1e9",
          "0x1",
          "99999999999999999999",
          ";",
          "$1",
          "?",
          ":x",
          "/*",
          "*/",
          "%",
          "&",
          "|",
          "\0",
          "\n",
          "\t",
          " ",
          "\u00a0",
          "\u2028",
          "é",
          "\ud83d\ude00",
          "\ud800",
          "\ufeff");

  private final long seed = Long.getLong("fuzz.seed", System.nanoTime());

  @Test
  void bytes_areUnderstoodOrRefused() {
    each(ParserFuzzTest::bytes);
  }

  @Test
  void tokens_areUnderstoodOrRefused() {
    each(ParserFuzzTest::tokens);
  }

  private void each(Function<Random, String> texts) {
    Random random = new Random(seed);
    int understood = 0;
    for (int i = 0; i < TEXTS; i++) {
      understood += isUnderstood(texts.apply(random)) ? 1 : 0;
    }
    assertThat(understood).as("-Dfuzz.seed=%d", seed).isPositive();
  }

  private static String bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(24)];
    random.nextBytes(bytes);
    // Every second one of the characters that mean something.
    for (int i = 0; i < bytes.length; i++) {
      if (random.nextBoolean()) {
        bytes[i] = (byte) MEANING.charAt(random.nextInt(MEANING.length()));
      }
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String tokens(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(16); i > 0; i--) {
      text.append(TOKENS.get(random.nextInt(TOKENS.size())));
      text.append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }

  /** Any other failure ends the test. */
  private boolean isUnderstood(String text) {
    try {
      assertThat(Parser.parse(text)).isNotNull();
      return true;
    } catch (FilterException refused) {
      assertThat(refused.position())
          .as("-Dfuzz.seed=%d '%s'", seed, text)
          .isBetween(0, text.length());
      return false;
    } catch (ProblemException unsupported) {
      assertThat(((CaptureProblem) unsupported.problem()).code().code()).isEqualTo(485);
      return false;
    } catch (RuntimeException | StackOverflowError other) {
      throw new AssertionError("-Dfuzz.seed=" + seed + " '" + text + "'", other);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        ")",
        "!",
        "not ",
        "not(",
        "a=",
        "a",
        "a.",
        "a/",
        "/",
        ".",
        "#",
        "a#1.",
        "'",
        "\"",
        "\\",
        "1",
        "1.",
        "-",
        "=",
        "<",
        "(a=1)and",
        "a=1 or ",
        "((a)=",
        "is null ",
        "a is not null and ",
        "contains ",
        " ",
        "\n",
        "\0",
        "é",
        "a='\\'' or "
      })
  void longTexts_areRefusedSoon(String piece) {
    for (int length : List.of(1_000, LONGEST, LONGEST + 1, 1_000_000)) {
      String text = piece.repeat(length / piece.length() + 1).substring(0, length);
      long begin = System.nanoTime();
      isUnderstood(text);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(piece).isLessThan(SLOWEST);
    }
  }
}
