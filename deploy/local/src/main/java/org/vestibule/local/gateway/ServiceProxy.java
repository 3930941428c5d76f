package org.vestibule.local.gateway;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.HttpProxy;
import java.util.List;

/** Passes requests to the replicas of one service. */
final class ServiceProxy implements Handler<HttpServerRequest> {
  private static final int CONNECTIONS = 256;
  private static final int WAITING = 2_000;
  private static final int IDLE_SECONDS = 90;

  private final HttpProxy proxy;

  ServiceProxy(Vertx vertx, List<Integer> ports) {
    HttpClient client = vertx.createHttpClient(clientOptions(), poolOptions());
    OriginConnector connector = new OriginConnector(client);
    Targets targets = new Targets(ports);
    this.proxy =
        HttpProxy.reverseProxy(client)
            .originRequestProvider((request, unused) -> connector.connect(targets))
            .addInterceptor(new ForwardedHeaders())
            .addInterceptor(new BodyLimit());
  }

  @Override
  public void handle(HttpServerRequest request) {
    proxy.handle(request);
  }

  private static HttpClientOptions clientOptions() {
    return new HttpClientOptions()
        .setIdleTimeout(IDLE_SECONDS)
        .setDecompressionSupported(false)
        .setMaxHeaderSize(GatewayServer.HEADER_BYTES)
        .setKeepAlive(true);
  }

  private static PoolOptions poolOptions() {
    return new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING);
  }
}
