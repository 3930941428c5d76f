package org.vestibule.platform.internal;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vestibule.platform.config.PlatformConfig;

/** The clients of the other services, one per service and purpose, each with breaker and pool. */
@Singleton
public class InternalClients {
  private final Vertx vertx;
  private final PlatformConfig config;
  private final ServiceTokens tokens;
  private final Map<String, InternalClient> clients = new ConcurrentHashMap<>();

  /** Takes what every client needs. */
  public InternalClients(Vertx vertx, PlatformConfig config, ServiceTokens tokens) {
    this.vertx = vertx;
    this.config = config;
    this.tokens = tokens;
  }

  /** The client for ordinary calls to a service by its short name. */
  public InternalClient to(String service) {
    return to(service, "calls");
  }

  /** A client with a breaker and a connection pool of its own for one purpose. */
  public InternalClient to(String service, String purpose) {
    return clients.computeIfAbsent(service + "/" + purpose, key -> make(service, purpose));
  }

  private InternalClient make(String service, String purpose) {
    String urls = config.services().get(service);
    if (urls == null) {
      throw new IllegalStateException("vestibule.services." + service + " is not set");
    }
    return new InternalClient(
        service,
        vertx.createHttpClient(options()),
        Targets.parse(List.of(urls.split(","))),
        () -> tokens.forCallee(service),
        config.internal().readTimeout(),
        Breakers.forCalls(service + "/" + purpose));
  }

  private HttpClientOptions options() {
    return new HttpClientOptions()
        .setConnectTimeout((int) config.internal().connectTimeout().toMillis())
        .setMaxPoolSize(config.internal().connections())
        .setMaxWaitQueueSize(1_000)
        .setKeepAlive(true)
        .setKeepAliveTimeout(30)
        .setPipelining(false);
  }
}
