package org.vestibule.platform.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.vestibule.platform.loop.BackgroundWork;
import org.vestibule.platform.loop.LoopTimes;

/** Forgets events that the topics themselves no longer hold, so that the inbox stays bounded. */
@Singleton
public class InboxRetention implements BackgroundWork {
  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofMinutes(10));

  private final Inbox inbox;

  /** Takes the table to keep small. */
  public InboxRetention(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public String name() {
    return "inbox-retention";
  }

  @Override
  public LoopTimes times() {
    return TIMES;
  }

  @Override
  public Uni<Boolean> work() {
    return inbox.removeOld();
  }
}
