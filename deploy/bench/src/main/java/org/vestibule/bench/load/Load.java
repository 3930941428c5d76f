package org.vestibule.bench.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends requests over kept-alive connections, one at a time on each, and counts the answers. */
public final class Load implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpClient client;
  private final int connections;
  private final Supplier<RequestOptions> next;
  private final Function<String, Boolean> isRight;
  private LoadResult result = new LoadResult();
  private volatile boolean ended;

  /** A body that is not right is an error: a fast refusal is no throughput. */
  public Load(int connections, Supplier<RequestOptions> next, Function<String, Boolean> isRight) {
    this.connections = connections;
    this.next = next;
    this.isRight = isRight;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(true),
            new PoolOptions().setHttp1MaxSize(connections));
  }

  /** Warms up, then measures; {@code started} runs between the two. */
  public LoadResult run(Duration warmUp, Duration measured, Runnable started)
      throws InterruptedException {
    for (int i = 0; i < connections; i++) {
      send();
    }
    Thread.sleep(warmUp.toMillis());
    LoadResult counted = new LoadResult();
    vertx.runOnContext(turn -> result = counted);
    started.run();
    Thread.sleep(measured.toMillis());
    ended = true;
    return onLoop(vertx, () -> counted.over(measured));
  }

  /** Answers are counted on the one event loop, so they are read there too. */
  private static LoadResult onLoop(Vertx vertx, Supplier<LoadResult> reading) {
    CompletableFuture<LoadResult> read = new CompletableFuture<>();
    vertx.runOnContext(turn -> read.complete(reading.get()));
    return read.join();
  }

  private void send() {
    if (ended) {
      return;
    }
    long began = System.nanoTime();
    client
        .request(next.get())
        .compose(request -> request.send().compose(HttpClientResponse::body))
        .onComplete(
            body -> result.count(System.nanoTime() - began, isRight.apply(body.toString())),
            failure -> result.count(System.nanoTime() - began, false))
        .onComplete(done -> send());
  }

  @Override
  public void close() {
    ended = true;
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
