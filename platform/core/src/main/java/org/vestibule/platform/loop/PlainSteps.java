package org.vestibule.platform.loop;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Leaves the steps of a Uni as they are written. Calls carry their context as a parameter, and even
 * to find out at each step that nothing is to be captured has its price.
 */
@Singleton
class PlainSteps {
  private static final int BEFORE_OTHERS = 1;

  void onStart(@Observes @Priority(BEFORE_OTHERS) StartupEvent event) {
    Infrastructure.clearInterceptors();
  }
}
