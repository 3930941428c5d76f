package org.vestibule.platform.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** The one place where failures of resources become answers. */
public class ProblemExceptionMappers {
  private final ProblemMapper mapper;

  /** Takes the mapper that knows the families. */
  public ProblemExceptionMappers(ProblemMapper mapper) {
    this.mapper = mapper;
  }

  /** Answers any failure in the form of its API family. */
  @ServerExceptionMapper(Throwable.class)
  public Response any(Throwable failure, RoutingContext routing, SimpleResourceInfo resource) {
    return mapper.answer(failure, routing, resource == null ? null : resource.getResourceClass());
  }
}
