package org.vestibule.platform.problem;

import io.vertx.pgclient.PgException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.offload.BusyException;

/** Turns any failure into a problem, so that no family ever sees an exception. */
final class ProblemTranslator {
  /** SQLSTATE 57014: the statement ran into its timeout. */
  private static final String QUERY_CANCELED = "57014";

  private static final int MAX_CAUSES = 10;

  private ProblemTranslator() {}

  static Problem translate(Throwable failure, String path) {
    if (failure instanceof ProblemException known) {
      return known.problem();
    }
    if (failure instanceof WebApplicationException web) {
      return fromFramework(web, path);
    }
    if (failure instanceof BusyException) {
      return new StandardProblem.Busy(Duration.ofSeconds(1));
    }
    if (failure instanceof Json.Malformed malformed) {
      return new StandardProblem.MalformedRequest(malformed.getMessage());
    }
    return fromInfrastructure(failure);
  }

  private static Problem fromFramework(WebApplicationException web, String path) {
    if (web instanceof NotFoundException) {
      return new StandardProblem.UnknownPath(path);
    }
    if (web instanceof NotAllowedException notAllowed) {
      return new StandardProblem.MethodNotAllowed(allowed(notAllowed));
    }
    if (web instanceof NotSupportedException || web instanceof NotAcceptableException) {
      return new StandardProblem.UnsupportedMediaType(web.getMessage());
    }
    return web.getResponse().getStatus() < 500
        ? new StandardProblem.MalformedRequest(web.getMessage())
        : new StandardProblem.Unexpected();
  }

  private static Set<String> allowed(NotAllowedException notAllowed) {
    return Set.copyOf(notAllowed.getResponse().getAllowedMethods());
  }

  /** Hibernate and futures hide the failure of the driver behind exceptions of their own. */
  private static Problem fromInfrastructure(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(MAX_CAUSES)
        .flatMap(cause -> fromDriver(cause).stream())
        .findFirst()
        .orElseGet(StandardProblem.Unexpected::new);
  }

  private static Optional<Problem> fromDriver(Throwable failure) {
    if (failure instanceof PgException sql && QUERY_CANCELED.equals(sql.getSqlState())) {
      return Optional.of(new StandardProblem.TimedOut(sql.getMessage()));
    }
    return isOutage(failure)
        ? Optional.of(new StandardProblem.Unavailable(failure.toString()))
        : Optional.empty();
  }

  private static boolean isOutage(Throwable failure) {
    // Class 08: connection; 53: insufficient resources; 57P: operator intervention (shutdown,
    // crash).
    if (failure instanceof PgException sql && sql.getSqlState() != null) {
      String state = sql.getSqlState();
      return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }
    return failure instanceof IOException
        || failure instanceof TimeoutException
        || failure instanceof io.vertx.core.impl.NoStackTraceTimeoutException
        || failure instanceof io.vertx.core.VertxException;
  }
}
