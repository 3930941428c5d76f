package org.vestibule.platform.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/**
 * A public request as it came in, its body read: {@code host} without port in lower case, {@code
 * query} as sent or empty, {@code address} the peer behind the trusted proxies.
 */
public record EdgeRequest(
    String method,
    String path,
    String host,
    MultiMap headers,
    String query,
    byte[] body,
    String address,
    String requestId,
    CallContext context) {

  /** Reads what {@link EdgeFilter} prepared. */
  public static EdgeRequest of(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    Peer peer = routing.get(EdgeFilter.PEER);
    String id = EdgeFilter.requestId(routing);
    Buffer body = routing.get(EdgeFilter.BODY);
    return new EdgeRequest(
        request.method().name(),
        request.path(),
        host(request),
        request.headers(),
        request.query() == null ? "" : request.query(),
        body == null ? new byte[0] : body.getBytes(),
        peer.address(),
        id,
        new CallContext(id, null, origin(request, peer)));
  }

  /** A header, or null. */
  public String header(String name) {
    return headers.get(name);
  }

  /** The media type of the body in lower case without parameters, or the empty string. */
  public String mediaType() {
    String type = headers.get("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }

  private static String host(HttpServerRequest request) {
    return request.authority() == null ? "" : request.authority().host().toLowerCase(Locale.ROOT);
  }

  private static Origin origin(HttpServerRequest request, Peer peer) {
    return new Origin(
        request.path(),
        peer.address(),
        cut(request.getHeader("User-Agent")),
        cut(request.getHeader("Origin")),
        peer.forwarded());
  }

  private static String cut(String text) {
    return text == null || text.length() <= 256 ? text : text.substring(0, 256);
  }
}
