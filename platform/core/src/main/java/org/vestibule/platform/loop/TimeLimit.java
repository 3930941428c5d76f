package org.vestibule.platform.loop;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/** Ends work that takes too long; unlike Mutiny's own timeout it stays on the caller's context. */
public final class TimeLimit<T> {
  private final Vertx vertx;
  private final Duration longest;
  private final Supplier<? extends Throwable> late;
  private final UniEmitter<? super T> emitter;
  private volatile Cancellable running = () -> {};

  private TimeLimit(
      Vertx vertx,
      Duration longest,
      Supplier<? extends Throwable> late,
      UniEmitter<? super T> emitter) {
    this.vertx = vertx;
    this.longest = longest;
    this.late = late;
    this.emitter = emitter;
  }

  /** The work, or the failure when it is not done in time; it is cancelled then. */
  public static <T> Uni<T> of(
      Vertx vertx, Duration longest, Supplier<? extends Throwable> late, Uni<T> work) {
    return Uni.createFrom()
        .emitter(emitter -> new TimeLimit<T>(vertx, longest, late, emitter).run(work));
  }

  private void run(Uni<T> work) {
    long timer = vertx.setTimer(longest.toMillis(), ignored -> emitter.fail(late.get()));
    emitter.onTermination(
        () -> {
          vertx.cancelTimer(timer);
          running.cancel();
        });
    running = work.subscribe().with(emitter::complete, emitter::fail);
  }
}
