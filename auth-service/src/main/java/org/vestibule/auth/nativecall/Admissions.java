package org.vestibule.auth.nativecall;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.vestibule.auth.attempt.Attempt;
import org.vestibule.auth.attempt.AttemptService;
import org.vestibule.auth.form.FormField;
import org.vestibule.platform.capture.problem.CaptureProblem;

/** Lets attempts through until there are too many (510), and tells of those that are. */
@Singleton
public class Admissions {
  private final AttemptService attempts;
  private final LockOuts lockOuts;

  Admissions(AttemptService attempts, LockOuts lockOuts) {
    this.attempts = attempts;
    this.lockOuts = lockOuts;
  }

  /** Counts a call against its network address alone. */
  public Uni<Void> requireAddress(String applicationId, String address) {
    Attempt attempt = new Attempt(applicationId, null, null, address, 0, Duration.ofMinutes(1));
    return require(attempt, () -> Uni.createFrom().voidItem());
  }

  /** Counts what was typed into a field before anything is looked up by it. */
  public Uni<Void> require(NativeCall call, FormField field, Attempt attempt) {
    return require(attempt, () -> lockOuts.tell(call, field, attempt.identifier()));
  }

  /** Counts an attempt at a record that is known before its secret is looked at. */
  public Uni<Void> require(NativeCall call, UUID record) {
    return require(call.attempt(record), () -> lockOuts.tell(call, Optional.of(record)));
  }

  private Uni<Void> require(Attempt attempt, Supplier<Uni<Void>> tell) {
    return attempts
        .count(attempt)
        .chain(
            admission -> admission.admitted() ? Uni.createFrom().voidItem() : refuse(tell.get()));
  }

  private static Uni<Void> refuse(Uni<Void> told) {
    return told.chain(() -> CaptureProblem.tooMany("too many login attempts").fail());
  }
}
