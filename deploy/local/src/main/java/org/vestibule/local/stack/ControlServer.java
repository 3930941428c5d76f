package org.vestibule.local.stack;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Lets other commands of the same user ask a running launcher for something. */
final class ControlServer {
  /** What can be asked for. */
  interface Actions {
    JsonObject status();

    void restart(String name);

    JsonObject rotateKeys();

    void stop();
  }

  private final HttpServer server;
  private final String token;
  private final Vertx vertx;
  private final Actions actions;

  ControlServer(Vertx vertx, String token, Actions actions) {
    this.vertx = vertx;
    this.token = token;
    this.actions = actions;
    this.server = vertx.createHttpServer().requestHandler(this::handle);
  }

  int listen() {
    return server
        .listen(0, "127.0.0.1")
        .map(HttpServer::actualPort)
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private void handle(HttpServerRequest request) {
    if (!isAllowed(request.getHeader("Authorization"))) {
      request.response().setStatusCode(404).end();
      return;
    }
    // Restarting takes seconds, so it runs aside; asking for the status reads files.
    vertx
        .executeBlocking(() -> act(request), false)
        .onSuccess(reply -> request.response().end(reply.encode()))
        .onFailure(failure -> refuse(request, failure));
  }

  private boolean isAllowed(String header) {
    byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    return header != null
        && MessageDigest.isEqual(header.getBytes(StandardCharsets.UTF_8), expected);
  }

  private JsonObject act(HttpServerRequest request) {
    String wanted = request.method() + " " + request.path();
    if (wanted.equals("GET /status")) {
      return actions.status();
    }
    if (wanted.equals("POST /keys/rotate")) {
      return actions.rotateKeys();
    }
    if (wanted.equals("POST /restart")) {
      actions.restart(request.getParam("name"));
    } else if (wanted.equals("POST /stop")) {
      actions.stop();
    }
    return new JsonObject();
  }

  private static void refuse(HttpServerRequest request, Throwable failure) {
    JsonObject reply = new JsonObject().put("errors", String.valueOf(failure.getMessage()));
    request.response().setStatusCode(409).end(reply.encode());
  }
}
