package org.vestibule.auth.nativecall;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vestibule.auth.AuthConfig;

/**
 * Lets browsers call the operations of public clients (authentication.md 1.6), without cookies; no
 * other operation is open to them.
 */
@Singleton
public class NativeCors {
  private static final String METHODS = "POST, OPTIONS";
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int AFTER_REQUEST_ID = 9_500;
  private static final Set<String> OTHER_OPERATIONS =
      Set.of(
          "/oauth/refresh_access_token",
          "/access/useVerificationCode",
          "/access/use_verification_code");

  private final List<String> origins;

  @Inject
  NativeCors(AuthConfig config) {
    this(config.auth().cors().origins());
  }

  NativeCors(List<String> origins) {
    this.origins = origins;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, AFTER_REQUEST_ID);
  }

  private void handle(RoutingContext routing) {
    if (!isOpen(routing.request().path())) {
      routing.next();
      return;
    }
    HttpServerResponse response = routing.response();
    routing.addHeadersEndHandler(done -> nameMethods(response));
    allowed(routing.request().getHeader("Origin"))
        .ifPresent(origin -> response.putHeader("Access-Control-Allow-Origin", origin));
    if (!origins.contains("*")) {
      response.putHeader("Vary", "Origin");
    }
    if (routing.request().method().equals(HttpMethod.OPTIONS)) {
      preflight(response);
    } else {
      routing.next();
    }
  }

  static boolean isOpen(String path) {
    return path.startsWith("/oauth/") && isNative(path) || OTHER_OPERATIONS.contains(path);
  }

  private static boolean isNative(String path) {
    return path.endsWith("_native") || path.endsWith("_native_traditional");
  }

  Optional<String> allowed(String origin) {
    if (origins.contains("*")) {
      return Optional.of("*");
    }
    return Optional.ofNullable(origin).filter(origins::contains);
  }

  /** The framework refuses a method without saying which one there is (RFC 9110, 15.5.6). */
  private static void nameMethods(HttpServerResponse response) {
    if (response.getStatusCode() == METHOD_NOT_ALLOWED) {
      response.putHeader("Allow", METHODS);
    }
  }

  private static void preflight(HttpServerResponse response) {
    response
        .putHeader("Access-Control-Allow-Methods", METHODS)
        .putHeader("Access-Control-Allow-Headers", "Content-Type, Authorization")
        .setStatusCode(204)
        .end();
  }
}
