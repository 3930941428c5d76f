package org.vestibule.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
  private final AtomicInteger loads = new AtomicInteger();
  private final AtomicBoolean fresh = new AtomicBoolean(true);
  private Supplier<Uni<Optional<String>>> source = () -> Uni.createFrom().item(Optional.of("v1"));
  private final AnswerCache<String, String> cache =
      new AnswerCache<>(
          100, Duration.ofSeconds(60), Duration.ofMillis(50), fresh::get, key -> load());

  @Test
  void secondGet_isRemembered() {
    assertThat(get()).contains("v1");
    assertThat(get()).contains("v1");
    assertThat(loads).hasValue(1);
  }

  @Test
  void drop_thenAsksAgain_andFailureIsNotHidden() {
    get();
    cache.drop("k");
    source = () -> Uni.createFrom().failure(new IOException("away"));
    assertThat(
            cache
                .get("k")
                .onFailure()
                .recoverWithItem(Optional.of("failed"))
                .await()
                .indefinitely())
        .contains("failed");
  }

  @Test
  void expireAll_thenAsksAgain_butKeepsTheValueForAnOutage() {
    get();
    cache.expireAll();
    source = () -> Uni.createFrom().failure(new IOException("away"));
    assertThat(get()).contains("v1");
    source = () -> Uni.createFrom().item(Optional.of("v2"));
    assertThat(get()).contains("v2");
  }

  @Test
  void miss_isRememberedForItsOwnTime() throws InterruptedException {
    source = () -> Uni.createFrom().item(Optional.empty());
    get();
    get();
    assertThat(loads).hasValue(1);
    Thread.sleep(80);
    get();
    assertThat(loads).hasValue(2);
  }

  @Test
  void dropValues_asksAgainForThoseAlone() {
    get();
    cache.dropValues("other"::equals);
    get();
    assertThat(loads).hasValue(1);
    cache.dropValues("v1"::equals);
    get();
    assertThat(loads).hasValue(2);
  }

  @Test
  void changeWhileLoading_isNotOverwrittenByTheOldAnswer() {
    source =
        () -> {
          cache.drop("k");
          return Uni.createFrom().item(Optional.of("old"));
        };
    get();
    source = () -> Uni.createFrom().item(Optional.of("new"));
    assertThat(get()).contains("new");
  }

  private Uni<Optional<String>> load() {
    loads.incrementAndGet();
    return source.get();
  }

  private Optional<String> get() {
    return cache.get("k").await().atMost(Duration.ofSeconds(5));
  }
}
