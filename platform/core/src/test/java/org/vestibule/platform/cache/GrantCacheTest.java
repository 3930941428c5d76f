package org.vestibule.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.http.CallContext;

class GrantCacheTest {
  private static final String NONE = "";
  private final AtomicLong now = new AtomicLong();
  private final AtomicBoolean feedIsFresh = new AtomicBoolean(true);
  private int asked;
  private String answer = "ann";
  private Runnable whileAsked = () -> {};
  private final GrantCache<String> cache =
      new GrantCache<>(
          100,
          (hash, context) -> ask(),
          Predicate.not(String::isEmpty),
          Stream::of,
          feedIsFresh::get,
          now::get);

  @Test
  void liveToken_isAskedForAgainAfterTenSeconds() {
    assertThat(resolve()).isEqualTo("ann");
    pass(Duration.ofMillis(9_999));
    resolve();
    assertThat(asked).isEqualTo(1);
    pass(Duration.ofMillis(1));
    resolve();
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void liveToken_whileNothingIsHeard_isAskedForAgainAfterTwoSeconds() {
    resolve();
    feedIsFresh.set(false);
    pass(Duration.ofMillis(1_999));
    resolve();
    assertThat(asked).isEqualTo(1);
    pass(Duration.ofMillis(1));
    resolve();
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void unknownToken_isAskedForAgainAfterTwoSeconds() {
    answer = NONE;
    resolve();
    answer = "ann";
    pass(Duration.ofMillis(1_999));
    assertThat(resolve()).isEqualTo(NONE);
    pass(Duration.ofMillis(1));
    assertThat(resolve()).isEqualTo("ann");
  }

  @Test
  void end_asksAgainForTheTokensOfThatSubjectAlone() {
    resolve();
    pass(Duration.ofMillis(1));
    cache.end("bob");
    resolve();
    assertThat(asked).isEqualTo(1);
    cache.end("ann");
    resolve();
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void end_whileTheTokenIsAskedFor_theAnswerIsNotTrusted() {
    whileAsked = () -> cache.end("ann");
    resolve();
    whileAsked = () -> {};
    pass(Duration.ofMillis(1));
    resolve();
    assertThat(asked).isEqualTo(2);
    resolve();
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void endAll_asksAgain() {
    resolve();
    cache.endAll();
    resolve();
    assertThat(asked).isEqualTo(2);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private Uni<String> ask() {
    asked++;
    whileAsked.run();
    return Uni.createFrom().item(answer);
  }

  private String resolve() {
    return cache
        .resolve("token", CallContext.platform("test"))
        .await()
        .atMost(Duration.ofSeconds(5));
  }
}
