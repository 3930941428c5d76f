package org.vestibule.platform.internal;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.net.ConnectException;
import java.time.temporal.ChronoUnit;

/** The fault tolerance of calls between services. */
final class Breakers {
  private Breakers() {}

  /**
   * Opens for half a second when half of the last 20 calls failed; connect errors are tried twice
   * more, because then the other side did nothing.
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
        .whenException(Breakers::nothingWasSent)
        .done()
        .build();
  }

  private static boolean nothingWasSent(Throwable failure) {
    return failure instanceof InternalCallException call
        && call.getCause() instanceof ConnectException;
  }
}
