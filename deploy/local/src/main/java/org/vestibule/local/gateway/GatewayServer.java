package org.vestibule.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one public door of the local stack. */
public final class GatewayServer {
  static final int HEADER_BYTES = 32 * 1024;

  private static final int REQUEST_LINE_BYTES = 64 * 1024;
  private static final int IDLE_SECONDS = 120;
  private static final int BAD_REQUEST = 400;

  private final HttpServer server;
  private final RoutingTable routes;
  private final Map<String, Handler<HttpServerRequest>> handlers = new HashMap<>();

  /** Knows the ports of every service by its name, and who answers the launcher's own paths. */
  public GatewayServer(
      Vertx vertx,
      RoutingTable routes,
      Map<String, List<Integer>> portsByService,
      Handler<HttpServerRequest> launcher) {
    this.routes = routes;
    portsByService.forEach((name, ports) -> handlers.put(name, new ServiceProxy(vertx, ports)));
    handlers.put(RoutingTable.LAUNCHER, launcher);
    handlers.put(RoutingTable.REFUSED, UnknownPath::answer);
    this.server = vertx.createHttpServer(options()).requestHandler(this::route);
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setMaxInitialLineLength(REQUEST_LINE_BYTES)
        .setMaxHeaderSize(HEADER_BYTES)
        .setIdleTimeout(IDLE_SECONDS)
        .setHandle100ContinueAutomatically(true)
        .setCompressionSupported(false);
  }

  /** Starts to listen on the loopback address; the port may be 0 for a free one. */
  public Future<Integer> listen(int port) {
    return server.listen(port, "127.0.0.1").map(HttpServer::actualPort);
  }

  private void route(HttpServerRequest request) {
    if (request.authority() == null) {
      request.response().setStatusCode(BAD_REQUEST).end("the Host header is missing or invalid");
    } else if (BodyLimit.isExceededBy(request)) {
      BodyLimit.refuse(request);
    } else {
      String path = request.path() == null ? "/" : request.path();
      handlers.getOrDefault(routes.destination(path), UnknownPath::answer).handle(request);
    }
  }
}
