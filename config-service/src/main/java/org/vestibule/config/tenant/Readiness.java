package org.vestibule.config.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.vestibule.config.ConfigServiceConfig;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.internal.InternalResponse;
import org.vestibule.platform.problem.InternalProblem;

/** Waits until another service has made its part of a new application. */
@Singleton
class Readiness {
  private static final Logger LOG = Logger.getLogger(Readiness.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private final InternalClients clients;
  private final Duration limit;

  Readiness(InternalClients clients, ConfigServiceConfig config) {
    this.clients = clients;
    this.limit = config.tenants().readyLimit();
  }

  /** The service's report, as soon as it says that it is ready. */
  Uni<JsonNode> await(String service, String applicationId, CallContext context) {
    String path = "/internal/applications/" + applicationId + "/ready";
    return Uni.createFrom()
        .deferred(() -> clients.to(service, "readiness").get(path, context))
        .map(reply -> requireReady(service, reply))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .expireIn(limit.toMillis())
        .onFailure()
        .transform(last -> tooLate(service, applicationId, last))
        .emitOn(caller());
  }

  private static JsonNode requireReady(String service, InternalResponse reply) {
    if (!reply.isOk() || !reply.body().path("ready").asBoolean()) {
      throw new NotReady(service, reply.status());
    }
    return reply.body().path("report");
  }

  private static Throwable tooLate(String service, String applicationId, Throwable last) {
    LOG.warnf("%s is not ready for application %s: %s", service, applicationId, last);
    return new InternalProblem(
            504,
            "The application was made, but "
                + service
                + "-service did not become ready for it in time."
                + " Repeat the same request to go on and to get the secrets.")
        .exception();
  }

  /** The pauses end on worker threads, but sessions live on the event loop of the request. */
  private static Executor caller() {
    Context context = Vertx.currentContext();
    return context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
  }

  private static final class NotReady extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReady(String service, int status) {
      super(service + " answered " + status + " and is not ready", null, false, false);
    }
  }
}
