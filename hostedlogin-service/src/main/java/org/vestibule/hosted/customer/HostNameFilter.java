package org.vestibule.hosted.customer;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Serves the two other forms of a customer's addresses (hosted-login.md 0.1) under the usual one:
 * without customer id on a host of the customer, and with a host name behind the id.
 */
@Singleton
public class HostNameFilter {
  private static final Logger LOG = Logger.getLogger(HostNameFilter.class);
  private static final int BEFORE_BODIES_ARE_READ = 11_000;
  private static final int UNAVAILABLE = 503;
  private static final Pattern BY_HOST = Pattern.compile("/(login|auth-ui|profiles)/.*");
  private static final Pattern WITH_HOST = Pattern.compile("/([^/]+)/([^/]+)(/login/token)");

  private final HostNames hosts;

  HostNameFilter(HostNames hosts) {
    this.hosts = hosts;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, BEFORE_BODIES_ARE_READ);
  }

  private void handle(RoutingContext routing) {
    String path = routing.request().path();
    Matcher withHost = WITH_HOST.matcher(path == null ? "" : path);
    if (withHost.matches()) {
      whenKnown(routing, usualPath(withHost));
    } else if (BY_HOST.matcher(path == null ? "" : path).matches()) {
      whenKnown(routing, usualPath(host(routing.request()), path));
    } else {
      routing.next();
    }
  }

  private Uni<Optional<String>> usualPath(Matcher withHost) {
    String customer = withHost.group(1);
    return hosts
        .isOf(customer, withHost.group(2).toLowerCase(Locale.ROOT))
        .map(known -> known ? Optional.of("/" + customer + withHost.group(3)) : Optional.empty());
  }

  private Uni<Optional<String>> usualPath(String host, String path) {
    return hosts.customerOf(host).map(found -> found.map(customer -> "/" + customer + path));
  }

  private static void whenKnown(RoutingContext routing, Uni<Optional<String>> usualPath) {
    routing.request().pause();
    usualPath
        .subscribe()
        .with(
            known -> known.ifPresentOrElse(path -> go(routing, path), () -> goOn(routing)),
            failure -> refuse(routing, failure));
  }

  private static void go(RoutingContext routing, String path) {
    routing.reroute(path);
    routing.request().resume();
  }

  private static void goOn(RoutingContext routing) {
    routing.next();
    routing.request().resume();
  }

  private static void refuse(RoutingContext routing, Throwable failure) {
    LOG.warnf("%s: %s", routing.request().path(), failure);
    routing
        .response()
        .setStatusCode(UNAVAILABLE)
        .putHeader("Content-Type", "application/json")
        .putHeader("Retry-After", "1")
        .end("{\"errors\":\"Service Unavailable\"}");
    routing.request().resume();
  }

  private static String host(HttpServerRequest request) {
    return request.authority() == null ? "" : request.authority().host().toLowerCase(Locale.ROOT);
  }
}
