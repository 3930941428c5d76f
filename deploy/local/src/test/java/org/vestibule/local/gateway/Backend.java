package org.vestibule.local.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that tells what it was sent. */
final class Backend {
  private final String name;
  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final int port;

  Backend(Vertx vertx, String name) {
    this.name = name;
    this.server = vertx.createHttpServer().requestHandler(this::echo);
    this.port =
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join().actualPort();
  }

  int port() {
    return port;
  }

  int requests() {
    return requests.get();
  }

  void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  private void echo(HttpServerRequest request) {
    requests.incrementAndGet();
    request
        .body()
        .onSuccess(
            body -> {
              JsonObject headers = new JsonObject();
              request.headers().forEach((key, value) -> headers.put(key.toLowerCase(), value));
              request
                  .response()
                  .putHeader("Content-Type", "application/json")
                  .end(
                      new JsonObject()
                          .put("name", name)
                          .put("method", request.method().name())
                          .put("uri", request.uri())
                          .put("headers", headers)
                          .put("length", body.length())
                          .put("body", body.length() < 1000 ? body.toString() : "")
                          .encode());
            });
  }
}
