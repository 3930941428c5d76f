package org.vestibule.platform.outbound;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.vestibule.platform.outbound.OutboundException.Reason;

/** Ends work that takes too long; unlike Mutiny's own timeout it stays on the caller's context. */
final class Deadline<T> {

  private final Vertx vertx;
  private final Duration longest;
  private final UniEmitter<? super T> emitter;
  private volatile Cancellable running = () -> {};

  private Deadline(Vertx vertx, Duration longest, UniEmitter<? super T> emitter) {
    this.vertx = vertx;
    this.longest = longest;
    this.emitter = emitter;
  }

  static <T> Uni<T> limit(Vertx vertx, Duration longest, Uni<T> work) {
    return Uni.createFrom().emitter(emitter -> new Deadline<T>(vertx, longest, emitter).run(work));
  }

  private void run(Uni<T> work) {
    long timer = vertx.setTimer(longest.toMillis(), ignored -> timeUp());
    emitter.onTermination(
        () -> {
          vertx.cancelTimer(timer);
          running.cancel();
        });
    running = work.subscribe().with(emitter::complete, emitter::fail);
  }

  private void timeUp() {
    emitter.fail(new OutboundException(Reason.TIMEOUT, "no answer within " + longest));
  }
}
