package org.vestibule.auth.nativecall;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.vestibule.auth.attempt.Attempt;
import org.vestibule.auth.attempt.AttemptService;
import org.vestibule.platform.capture.problem.CaptureProblem;

/** Lets attempts through until there are too many (510). */
@ApplicationScoped
public class Admissions {
  private final AttemptService attempts;

  Admissions(AttemptService attempts) {
    this.attempts = attempts;
  }

  /** Counts a call against its network address alone. */
  public Uni<Void> requireAddress(String applicationId, String address) {
    return require(new Attempt(applicationId, null, null, address, 0, Duration.ofMinutes(1)));
  }

  /** Counts the attempt before anything about its subject is looked at. */
  public Uni<Void> require(Attempt attempt) {
    return attempts
        .count(attempt)
        .chain(
            admission ->
                admission.admitted()
                    ? Uni.createFrom().voidItem()
                    : CaptureProblem.tooMany("too many login attempts").fail());
  }
}
