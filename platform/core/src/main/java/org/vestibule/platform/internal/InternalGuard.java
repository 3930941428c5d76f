package org.vestibule.platform.internal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.MDC;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.problem.InternalProblem;

/** Lets only services with a valid token reach {@code /internal}; to others it does not exist. */
@Singleton
public class InternalGuard {
  private static final int PRIORITY = 9_000;
  private static final String CALLER = "vestibule.caller";
  private static final String OPERATOR = "operator";
  private final ServiceTokenVerifier verifier;

  /** Takes the verifier of service tokens. */
  public InternalGuard(ServiceTokenVerifier verifier) {
    this.verifier = verifier;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  /** The service that makes an internal call. */
  public static String caller(RoutingContext routing) {
    return routing.get(CALLER);
  }

  /** Fails for everybody but the operator; to other services the call does not exist. */
  public static void requireOperator(RoutingContext routing) {
    if (!OPERATOR.equals(caller(routing))) {
      throw InternalProblem.notFound();
    }
  }

  private void handle(RoutingContext routing) {
    String path = routing.normalizedPath();
    if (!path.startsWith("/internal/") && !path.equals("/internal")) {
      routing.next();
      return;
    }
    Optional<String> caller = verifier.caller(routing.request().getHeader("Authorization"));
    caller.ifPresentOrElse(it -> admit(routing, it), () -> refuse(routing));
  }

  private static void admit(RoutingContext routing, String caller) {
    try {
      MDC.put("requestId", CallContext.of(routing).correlationId());
      routing.put(CALLER, caller);
      routing.next();
    } catch (RuntimeException unreadableContext) {
      refuse(routing);
    }
  }

  private static void refuse(RoutingContext routing) {
    routing
        .response()
        .setStatusCode(404)
        .putHeader("Content-Type", "application/json")
        .end("{\"errors\":\"Not found\"}");
  }
}
