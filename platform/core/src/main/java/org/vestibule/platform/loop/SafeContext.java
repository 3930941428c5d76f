package org.vestibule.platform.loop;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs work of background threads on a Vert.x context of its own, as a request would have one;
 * Hibernate sessions and log fields depend on it.
 */
public final class SafeContext {
  private SafeContext() {}

  /** Runs the work on a fresh context without waiting. */
  public static <T> CompletableFuture<T> run(Vertx vertx, Supplier<Uni<T>> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(context, true);
    context.runOnContext(
        start ->
            Uni.createFrom()
                .deferred(work::get)
                .subscribe()
                .with(result::complete, result::completeExceptionally));
    return result;
  }

  /** Runs the work on a fresh context and blocks the calling thread, never an event loop. */
  public static <T> T await(Vertx vertx, Supplier<Uni<T>> work, Duration limit) {
    try {
      return run(vertx, work).get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException known
          ? known
          : new CompletionException(failed.getCause());
    } catch (TimeoutException late) {
      throw new CompletionException(late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CompletionException(interrupted);
    }
  }
}
