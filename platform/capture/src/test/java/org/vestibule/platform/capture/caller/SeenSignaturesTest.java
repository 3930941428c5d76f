package org.vestibule.platform.capture.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenSignaturesTest {
  private static final Duration SKEW = Duration.ofMinutes(15);
  private Instant now = Instant.parse("2026-03-09T14:05:06Z");

  @Test
  void signature_isAcceptedOncePerClient() {
    SeenSignatures seen = room(10);

    assertThat(seen.isFirst("c1", "s")).isTrue();
    assertThat(seen.isFirst("c1", "s")).isFalse();
    assertThat(seen.isFirst("c2", "s")).isTrue();
  }

  @Test
  void signature_isRememberedAsLongAsItsDateCouldPass() {
    SeenSignatures seen = room(10);
    seen.isFirst("c", "s");

    now = now.plus(SKEW.multipliedBy(2));
    assertThat(seen.isFirst("c", "s")).isFalse();
    now = now.plusMillis(1);
    assertThat(seen.isFirst("c", "s")).isTrue();
  }

  @Test
  void room_isNeverExceeded_andTheEldestGoesFirst() {
    SeenSignatures seen = room(3);
    IntStream.range(0, 4).forEach(i -> assertThat(seen.isFirst("c", "s" + i)).isTrue());

    // A replay makes no room for another.
    assertThat(seen.isFirst("c", "s3")).isFalse();
    assertThat(seen.isFirst("c", "s1")).isFalse();
    assertThat(seen.isFirst("c", "s0")).isTrue();
  }

  @Test
  void withoutRoom_nothingIsRefused() {
    SeenSignatures seen = room(0);

    assertThat(seen.isFirst("c", "s")).isTrue();
    assertThat(seen.isFirst("c", "s")).isTrue();
  }

  @Test
  void signature_atOnceSixteenTimes_isAcceptedOnce() {
    SeenSignatures seen = room(100);

    long accepted =
        IntStream.range(0, 16).parallel().filter(i -> seen.isFirst("c", "race")).count();

    assertThat(accepted).isEqualTo(1);
  }

  private SeenSignatures room(int room) {
    return new SeenSignatures(config(room), clock());
  }

  /** A quarter of an hour, and so much room. */
  static CaptureConfig config(int room) {
    CaptureConfig.Signature signature =
        new CaptureConfig.Signature() {
          @Override
          public Duration maxSkew() {
            return SKEW;
          }

          @Override
          public int replayCache() {
            return room;
          }
        };
    return () -> signature;
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }
}
