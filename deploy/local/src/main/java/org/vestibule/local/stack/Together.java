package org.vestibule.local.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Work done side by side; the first failure ends the waiting. */
final class Together {
  private final List<CompletableFuture<Void>> running = new ArrayList<>();
  private final CompletableFuture<Void> firstFailure = new CompletableFuture<>();

  void run(Runnable work) {
    CompletableFuture<Void> done =
        CompletableFuture.runAsync(work, command -> new Thread(command, "stack").start());
    done.whenComplete((nothing, failure) -> fail(failure));
    running.add(done);
  }

  private void fail(Throwable failure) {
    if (failure != null) {
      firstFailure.completeExceptionally(failure);
    }
  }

  void await() {
    CompletableFuture<Void> all =
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new));
    try {
      CompletableFuture.anyOf(all, firstFailure).join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }
}
