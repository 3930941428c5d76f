package org.vestibule.auth.userevent;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.vestibule.platform.sql.Tx;

/** What ends when a record is removed or some of its attributes change. */
public interface UserEventEffect {
  /** The attributes whose change has an effect; a removal always has one. */
  Set<String> attributes();

  /** Ends it; an event may come again. */
  Uni<Void> apply(Tx tx, UserEvent event);
}
