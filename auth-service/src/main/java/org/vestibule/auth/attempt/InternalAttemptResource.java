package org.vestibule.auth.attempt;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.UUID;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblem;

/** Counts attempts for the families that other services answer. */
@Path("/internal/attempts")
@ApiFamily("internal")
public class InternalAttemptResource {
  private final AttemptService attempts;

  InternalAttemptResource(AttemptService attempts) {
    this.attempts = attempts;
  }

  /** Counts one attempt; the strictest counter that is full refuses. */
  @POST
  public Uni<Admission> count(Request request) {
    return attempts.count(request.attempt());
  }

  /** The attempt as another service tells of it. */
  public record Request(
      String applicationId,
      String identifier,
      UUID recordUuid,
      String address,
      int limit,
      int windowSeconds) {

    Attempt attempt() {
      if (applicationId == null || limit < 0 || limit > 1000 || windowSeconds < 1) {
        throw InternalProblem.badRequest("applicationId, limit or windowSeconds out of range");
      }
      return new Attempt(
          applicationId, identifier, recordUuid, address, limit, Duration.ofSeconds(windowSeconds));
    }
  }
}
