package org.vestibule.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import org.vestibule.testkit.service.RandomText;

/** Tells the service who called; what the caller itself says about that is dropped. */
final class ForwardedHeaders implements ProxyInterceptor {
  private static final List<String> OWNED =
      List.of(
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Proto",
          "X-Forwarded-Port",
          "X-Forwarded-Host",
          "X-Forwarded-Prefix",
          "X-Real-IP",
          "X-Request-Id",
          "Vestibule-Context",
          // The gateway has asked for the body already.
          "Expect");

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    HttpServerRequest request = context.request().proxiedRequest();
    MultiMap headers = context.request().headers();
    OWNED.forEach(headers::remove);
    headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
    headers.set("X-Forwarded-Proto", request.isSSL() ? "https" : "http");
    headers.set("X-Forwarded-Port", Integer.toString(request.localAddress().port()));
    headers.set("X-Forwarded-Host", request.authority().toString());
    // Without this the service would see the address of its replica.
    context.request().setAuthority(request.authority());
    headers.set("X-Request-Id", RandomText.uuid());
    return context.sendRequest();
  }
}
