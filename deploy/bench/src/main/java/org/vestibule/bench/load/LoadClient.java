package org.vestibule.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Kept-alive connections to one program, each from a loopback address of its own: limits by network
 * address see as many callers, and no two wait for one counter.
 */
public final class LoadClient implements AutoCloseable {
  private static final int IDLE_SECONDS = 120;
  private static final int FIRST_ADDRESS = 10;
  private static final int PATIENCE_SECONDS = 60;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final LoadTarget target;
  private final List<HttpClient> connections;

  public LoadClient(LoadTarget target, int connections) {
    this.target = target;
    this.connections = IntStream.range(0, connections).mapToObj(this::connection).toList();
  }

  private HttpClient connection(int index) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setKeepAlive(true)
            .setIdleTimeout(IDLE_SECONDS)
            .setLocalAddress("127.0." + index / 200 + "." + (FIRST_ADDRESS + index % 200));
    return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(1));
  }

  Vertx vertx() {
    return vertx;
  }

  public int connections() {
    return connections.size();
  }

  /** Sends over a connection, after what waits for it; a failure is an answer too. */
  public Future<LoadAnswer> send(int connection, LoadRequest request) {
    RequestOptions options =
        request
            .options()
            .setServer(SocketAddress.inetSocketAddress(target.port(), "127.0.0.1"))
            .setHost(target.host())
            .setPort(target.port());
    return connections
        .get(connection)
        .request(options)
        // Inside one step: from another thread a second step may come after the end of the answer.
        .compose(opened -> opened.send(request.content()).compose(LoadClient::answer))
        .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .otherwise(failure -> new LoadAnswer(0, String.valueOf(failure)));
  }

  /** Sends one request over a connection of its own and waits for the answer. */
  public static LoadAnswer answer(LoadTarget target, LoadRequest request) {
    try (LoadClient client = new LoadClient(target, 1)) {
      return client.send(0, request).toCompletionStage().toCompletableFuture().join();
    }
  }

  private static Future<LoadAnswer> answer(HttpClientResponse response) {
    return response.body().map(body -> new LoadAnswer(response.statusCode(), body.toString()));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
