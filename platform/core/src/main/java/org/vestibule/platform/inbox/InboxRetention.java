package org.vestibule.platform.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;

/** Forgets events that the topics themselves no longer hold, so that the inbox stays bounded. */
@ApplicationScoped
public class InboxRetention {

  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofMinutes(10));

  private final Loop loop;

  /** Takes the table to keep small. */
  public InboxRetention(Inbox inbox, Vertx vertx) {
    this.loop = new Loop("inbox-retention", TIMES, vertx, inbox::removeOld);
  }

  void onStart(@Observes StartupEvent event) {
    loop.start();
  }

  void onStop(@Observes ShutdownEvent event) {
    loop.stop();
  }
}
