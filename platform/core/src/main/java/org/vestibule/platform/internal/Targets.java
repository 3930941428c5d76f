package org.vestibule.platform.internal;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The replicas of a service, taken in turn. */
final class Targets {
  private final List<URI> replicas;
  private final AtomicInteger turn = new AtomicInteger();

  private Targets(List<URI> replicas) {
    this.replicas = replicas;
  }

  static Targets parse(List<String> urls) {
    return new Targets(urls.stream().map(String::trim).map(URI::create).toList());
  }

  int count() {
    return replicas.size();
  }

  RequestOptions next() {
    URI replica = replicas.get(Math.floorMod(turn.getAndIncrement(), replicas.size()));
    boolean tls = "https".equals(replica.getScheme());
    int port = replica.getPort() > 0 ? replica.getPort() : tls ? 443 : 80;
    return new RequestOptions().setHost(replica.getHost()).setPort(port).setSsl(tls);
  }
}
