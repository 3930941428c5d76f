package org.vestibule.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;
import org.vestibule.platform.config.PlatformConfig;
import org.vestibule.platform.crypto.SecretSource;

/**
 * First on every request: gives it our id (reply header {@code X-Request-Id}, log field {@code
 * requestId}) and reads the body of public requests once, whatever their method, up to the limit.
 */
@Singleton
public class EdgeFilter {
  /** Text of HTTP 413, which old clients search for (entity.md 1). */
  public static final String TOO_LARGE = "client intended to send too large body";

  static final String BODY = "vestibule.body";
  static final String PEER = "vestibule.peer";
  private static final String REQUEST_ID = "vestibule.requestId";
  private static final int PRIORITY = 10_000;
  private static final long LINGER_MILLIS = 2_000;

  private final SecretSource secrets;
  private final PeerAddress peers;
  private final int maxBody;

  /** Takes the source of ids, who finds the caller's address, and the body limit. */
  public EdgeFilter(SecretSource secrets, PeerAddress peers, PlatformConfig config) {
    this.secrets = secrets;
    this.peers = peers;
    this.maxBody = config.http().maxBody();
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  /** The id of a request: 16 characters {@code [a-z2-9]}. */
  public static String requestId(RoutingContext routing) {
    return routing.get(REQUEST_ID);
  }

  private void handle(RoutingContext routing) {
    identify(routing);
    if (isInternal(routing.normalizedPath())) {
      routing.next();
    } else {
      readBody(routing);
    }
  }

  private void identify(RoutingContext routing) {
    String id = secrets.requestId();
    routing.put(REQUEST_ID, id);
    routing.response().putHeader("X-Request-Id", id);
    MDC.put("requestId", id);
  }

  static boolean isInternal(String path) {
    return path != null && (path.equals("/internal") || path.startsWith("/internal/"));
  }

  private void readBody(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    if (declaredLength(request) > maxBody) {
      refuse(routing);
      return;
    }
    Buffer body = Buffer.buffer();
    request.exceptionHandler(failure -> routing.request().connection().close());
    request.handler(chunk -> append(routing, body, chunk));
    request.endHandler(end -> proceed(routing, body));
  }

  private void append(RoutingContext routing, Buffer body, Buffer chunk) {
    if (body.length() + chunk.length() <= maxBody) {
      body.appendBuffer(chunk);
    } else {
      refuse(routing);
    }
  }

  private void proceed(RoutingContext routing, Buffer body) {
    if (!routing.response().ended()) {
      routing.put(BODY, body);
      routing.put(PEER, peers.of(routing.request()));
      routing.next();
    }
  }

  private static long declaredLength(HttpServerRequest request) {
    try {
      return Long.parseLong(request.getHeader("Content-Length"));
    } catch (NumberFormatException absent) {
      return 0;
    }
  }

  private static void refuse(RoutingContext routing) {
    if (routing.response().ended()) {
      return;
    }
    // Clients that write before they read must be able to finish, or they never see the answer.
    routing.request().handler(rest -> {});
    routing.request().endHandler(end -> routing.request().connection().close());
    routing.vertx().setTimer(LINGER_MILLIS, late -> routing.request().connection().close());
    routing
        .response()
        .setStatusCode(413)
        .putHeader("Content-Type", "text/plain")
        .putHeader("Connection", "close")
        .end(TOO_LARGE);
  }
}
