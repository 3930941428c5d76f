package org.vestibule.auth.factor.code;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.vestibule.auth.attempt.Admission;
import org.vestibule.auth.attempt.Attempt;
import org.vestibule.auth.attempt.AttemptService;
import org.vestibule.auth.factor.FactorPerson;

/**
 * How often codes are sent to a person, and how often somebody may try one (hosted-login.md 12).
 */
@Singleton
class CodeLimits {
  static final Duration RESEND = Duration.ofSeconds(30);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int CODES_PER_HOUR = 5;

  // Whoever has the password could else ask for code after code and guess at each.
  private static final int TRIES_PER_HOUR = 2 * CodeRepository.TRIES;

  // The window of the counter that sign-ins, changes of a password and factors share.
  private static final int DEFAULT_ATTEMPTS = 6;
  private static final int MOST_ATTEMPTS = 1_000;
  private static final int DEFAULT_WINDOW_SECONDS = 60;
  private static final int LONGEST_WINDOW_SECONDS = 86_400;

  private final AttemptService attempts;

  CodeLimits(AttemptService attempts) {
    this.attempts = attempts;
  }

  /** Counts a code that is about to be sent. */
  Uni<Admission> countSending(FactorPerson person) {
    return attempts
        .count(own(person, "resend", 1, RESEND))
        .chain(first -> further(first, own(person, "send", CODES_PER_HOUR, HOUR)));
  }

  /**
   * Counts a try, for whichever challenge and from whichever browser, before anything is compared.
   */
  Uni<Admission> countTry(FactorPerson person) {
    return attempts
        .count(shared(person))
        .chain(first -> further(first, own(person, "try", TRIES_PER_HOUR, HOUR)));
  }

  private Uni<Admission> further(Admission first, Attempt second) {
    return first.admitted() ? attempts.count(second) : Uni.createFrom().item(first);
  }

  private static Attempt shared(FactorPerson person) {
    int limit = person.client().intSetting("login_attempts", DEFAULT_ATTEMPTS);
    int window = person.client().intSetting("login_attempts_threshold", DEFAULT_WINDOW_SECONDS);
    return new Attempt(
        person.applicationId(),
        null,
        person.uuid(),
        person.context().origin().ipAddress(),
        Math.min(limit, MOST_ATTEMPTS),
        Duration.ofSeconds(Math.max(1, Math.min(window, LONGEST_WINDOW_SECONDS))));
  }

  /** A counter beside the record's own, which nobody can reach by typing its name somewhere. */
  private static Attempt own(FactorPerson person, String purpose, int limit, Duration window) {
    String name = "second factor " + purpose + " " + person.entityType() + " " + person.uuid();
    UUID subject = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return new Attempt(person.applicationId(), null, subject, null, limit, window);
  }
}
