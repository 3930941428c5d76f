package org.vestibule.config.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class VersionIdTest {
  private static final Instant NOW = Instant.parse("2026-03-11T09:42:07.004518Z");

  @Test
  void first_thenTimeAndMicroseconds() {
    assertThat(VersionId.first(NOW)).isEqualTo("20260311094207004518");
  }

  @Test
  void after_whenTheClockStands_thenOneMicrosecondLater() {
    assertThat(VersionId.after("20260311094207004518", NOW)).isEqualTo("20260311094207004519");
  }

  @Test
  void after_whenTheClockWentBack_thenStillLater() {
    assertThat(VersionId.after("20261231235959999999", NOW)).isEqualTo("20270101000000000000");
  }

  @Test
  void after_whenThePreviousIsForeign_thenTheClockDecides() {
    assertThat(VersionId.after("12345abc-1234-abcd-1234-12345abcde12", NOW))
        .isEqualTo("20260311094207004518");
  }

  @Property
  void after_isAlwaysTwentyDigitsAndGreater(
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long one,
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long other) {
    String previous = VersionId.first(Instant.ofEpochSecond(one, 999_999_999));

    String next = VersionId.after(previous, Instant.ofEpochSecond(other));

    assertThat(next).matches("\\d{20}").isGreaterThan(previous);
  }
}
