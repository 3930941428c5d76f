package org.vestibule.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Answers 413 to a body above the limit, whether its length was declared or not. */
final class BodyLimit implements ProxyInterceptor {
  static final long BYTES = 5L * 1024 * 1024;

  private static final int TOO_LARGE = 413;
  private static final String TEXT = "client intended to send too large body";

  /** True when the declared length alone is too much. */
  static boolean isExceededBy(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length != null && Long.parseLong(length.trim()) > BYTES;
    } catch (NumberFormatException invalid) {
      return true;
    }
  }

  /** Answers and closes, because the rest of the body would be read for nothing. */
  static void refuse(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.headWritten()) {
      request.connection().close();
      return;
    }
    response
        .setStatusCode(TOO_LARGE)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(TEXT)
        .onComplete(done -> request.connection().close());
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    Body body = context.request().getBody();
    if (body != null && body.length() < 0) {
      HttpServerRequest request = context.request().proxiedRequest();
      ReadStream<Buffer> counted = new CountedStream(body.stream(), BYTES, () -> refuse(request));
      context.request().setBody(Body.body(counted));
    }
    return context.sendRequest();
  }
}
