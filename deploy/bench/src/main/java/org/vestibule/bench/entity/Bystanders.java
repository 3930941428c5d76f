package org.vestibule.bench.entity;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.vestibule.bench.load.LoadAnswer;
import org.vestibule.bench.load.LoadClient;
import org.vestibule.bench.load.LoadRequest;
import org.vestibule.bench.load.LoadTarget;

/** Callers who read and write one record after the other while something else happens. */
final class Bystanders {
  private final LoadTarget target;

  Bystanders(LoadTarget target) {
    this.target = target;
  }

  /**
   * What happened and how it was for the others: times in milliseconds.
   *
   * @param answer what the thing itself was answered
   * @param took how long it took
   * @param calls how many calls of others were answered meanwhile
   * @param longest what the slowest of them took
   */
  record Watched(LoadAnswer answer, double took, int calls, double longest) {}

  /** Does a thing, and goes on watching for some seconds after it. */
  Watched watch(Callable<LoadAnswer> thing, int seconds, Supplier<LoadRequest> calls)
      throws Exception {
    Caller caller = new Caller(calls);
    Thread thread = new Thread(caller, "bystander");
    thread.start();
    long began = System.nanoTime();
    LoadAnswer answer = thing.call();
    double took = (System.nanoTime() - began) / 1e6;
    Thread.sleep(seconds * 1_000L);
    caller.ended = true;
    thread.join();
    return new Watched(answer, took, caller.count, caller.longest / 1e6);
  }

  /** One connection, one call at a time. */
  private final class Caller implements Runnable {
    private final Supplier<LoadRequest> calls;
    private volatile boolean ended;
    private int count;
    private long longest;

    private Caller(Supplier<LoadRequest> calls) {
      this.calls = calls;
    }

    @Override
    public void run() {
      try (LoadClient client = new LoadClient(target, 1)) {
        while (!ended) {
          call(client);
        }
      }
    }

    private void call(LoadClient client) {
      long began = System.nanoTime();
      LoadAnswer answer =
          client.send(0, calls.get()).toCompletionStage().toCompletableFuture().join();
      if (!answer.isRight(ProfileCalls.ok())) {
        throw new IllegalStateException("a bystander was answered " + answer.text());
      }
      longest = Math.max(longest, System.nanoTime() - began);
      count++;
    }
  }
}
