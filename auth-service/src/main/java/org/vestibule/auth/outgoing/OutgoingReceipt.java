package org.vestibule.auth.outgoing;

import io.smallrye.mutiny.Uni;
import org.vestibule.platform.sql.Tx;

/** Writes that a message is out, in the transaction that forgets it. */
@FunctionalInterface
public interface OutgoingReceipt {
  /** For messages of which nobody is told. */
  OutgoingReceipt NONE = (tx, message) -> Uni.createFrom().voidItem();

  /** Writes what is to be kept. */
  Uni<Void> write(Tx tx, SentMessage message);
}
