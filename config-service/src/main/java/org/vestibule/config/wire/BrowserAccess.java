package org.vestibule.config.wire;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;
import org.vestibule.config.ConfigServiceConfig;

/**
 * Lets pages of the origins that the operator lists call {@code /config} and {@code /meta}; no
 * other origin is ever named in a reply.
 */
@Singleton
class BrowserAccess {
  private static final int PRIORITY = 9_500;
  private static final Pattern PATHS = Pattern.compile("/(v1/)?config/|/meta/");

  private final Set<String> origins;

  BrowserAccess(ConfigServiceConfig config) {
    this.origins = Set.copyOf(config.cors().origins().orElse(java.util.List.of()));
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  private void handle(RoutingContext routing) {
    String origin = routing.request().getHeader("Origin");
    if (origin == null || !PATHS.matcher(routing.request().path()).lookingAt()) {
      routing.next();
      return;
    }
    routing.response().putHeader("Vary", "Origin");
    if (origins.contains(origin)) {
      admit(routing, origin);
    } else {
      routing.next();
    }
  }

  private static void admit(RoutingContext routing, String origin) {
    HttpServerResponse response = routing.response();
    response.putHeader("Access-Control-Allow-Origin", origin);
    response.putHeader("Access-Control-Expose-Headers", "Location, X-Request-Id");
    if (isQuestion(routing.request())) {
      response
          .setStatusCode(204)
          .putHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
          .putHeader("Access-Control-Allow-Headers", "Authorization, Content-Type")
          .putHeader("Access-Control-Max-Age", "600")
          .end();
    } else {
      routing.next();
    }
  }

  private static boolean isQuestion(HttpServerRequest request) {
    return request.method() == HttpMethod.OPTIONS
        && request.getHeader("Access-Control-Request-Method") != null;
  }
}
