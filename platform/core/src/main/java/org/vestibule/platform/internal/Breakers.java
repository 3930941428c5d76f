package org.vestibule.platform.internal;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;

/** The fault tolerance of calls between services. */
final class Breakers {
  private Breakers() {}

  /**
   * Opens for half a second when half of the last 20 calls failed. Connect errors are tried twice
   * more, because then the other side did nothing, and so are reads that took too long: a service
   * that has just started is slow once.
   */
  static TypedGuard<Uni<InternalResponse>> forCalls(String name) {
    return TypedGuard.create(new TypeLiteral<Uni<InternalResponse>>() {})
        .withDescription(name)
        .withCircuitBreaker()
        .requestVolumeThreshold(20)
        .failureRatio(0.5)
        .delay(500, ChronoUnit.MILLIS)
        .done()
        .withRetry()
        .maxRetries(2)
        .delay(50, ChronoUnit.MILLIS)
        .jitter(25, ChronoUnit.MILLIS)
        .whenException(Breakers::mayRepeat)
        .done()
        .build();
  }

  private static boolean mayRepeat(Throwable failure) {
    return failure instanceof InternalCallException call && call.mayRepeat();
  }
}
