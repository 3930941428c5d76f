package org.vestibule.platform.problem;

import io.quarkus.arc.All;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.vestibule.platform.http.EdgeFilter;

/** Chooses the API family of a failed request and lets it render the problem; logs once. */
@Singleton
public class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  /** Where the metrics of requests look for the template of the path. */
  private static final String TEMPLATE = "UrlPathTemplate";

  private static final String UNMATCHED = "/unmatched";
  private final List<ProblemRenderer> renderers;

  /** Takes the renderers of all families. */
  public ProblemMapper(@All List<ProblemRenderer> renderers) {
    this.renderers = renderers;
  }

  /** The answer to a failure; {@code resource} is null when no resource was matched. */
  public Response answer(Throwable failure, RoutingContext routing, Class<?> resource) {
    ProblemContext context = contextOf(routing);
    Problem problem = ProblemTranslator.translate(failure, context.path());
    log(problem, failure, context);
    if (resource == null) {
      countTogether(routing);
    }
    return rendererFor(resource, context.path()).render(problem, context);
  }

  /** Callers who make paths up must not fill the metrics, which count a bounded number of paths. */
  private static void countTogether(RoutingContext routing) {
    ((HttpServerRequestInternal) routing.request()).context().putLocal(TEMPLATE, UNMATCHED);
  }

  private ProblemRenderer rendererFor(Class<?> resource, String path) {
    ApiFamily declared = resource == null ? null : resource.getAnnotation(ApiFamily.class);
    return renderers.stream()
        .filter(it -> declared == null ? it.serves(path) : it.family().equals(declared.value()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no API family serves " + path));
  }

  private static ProblemContext contextOf(RoutingContext routing) {
    return new ProblemContext(
        EdgeFilter.requestId(routing), routing.request().method().name(), routing.request().path());
  }

  private static void log(Problem problem, Throwable failure, ProblemContext context) {
    if (problem instanceof StandardProblem.Unexpected) {
      LOG.errorf(failure, "request %s: %s failed", context.requestId(), context.path());
    } else if (problem instanceof StandardProblem.Unavailable outage) {
      LOG.warnf("request %s: %s: %s", context.requestId(), context.path(), outage.detail());
    } else {
      LOG.debugf("request %s: %s: %s", context.requestId(), context.path(), problem);
    }
  }
}
