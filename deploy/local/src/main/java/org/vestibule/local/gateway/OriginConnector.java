package org.vestibule.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.List;

/** Opens the request to a replica; when it cannot connect, one other replica gets the chance. */
final class OriginConnector {
  private static final int TRIES = 2;
  private static final long CONNECT_MILLISECONDS = 1_000;

  private final HttpClient client;

  OriginConnector(HttpClient client) {
    this.client = client;
  }

  Future<HttpClientRequest> connect(Targets targets) {
    return connect(targets, targets.inTurn(), 0);
  }

  private Future<HttpClientRequest> connect(
      Targets targets, List<SocketAddress> candidates, int attempt) {
    // With one replica the second try asks it again, which helps while it restarts.
    SocketAddress address = candidates.get(attempt % candidates.size());
    RequestOptions options =
        new RequestOptions().setServer(address).setConnectTimeout(CONNECT_MILLISECONDS);
    return client
        .request(options)
        .recover(failure -> retry(targets, candidates, attempt, address, failure));
  }

  private Future<HttpClientRequest> retry(
      Targets targets,
      List<SocketAddress> candidates,
      int attempt,
      SocketAddress address,
      Throwable failure) {
    targets.rest(address);
    return attempt + 1 < TRIES
        ? connect(targets, candidates, attempt + 1)
        : Future.failedFuture(failure);
  }
}
