package org.vestibule.auth.outgoing;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.sql.Tx;

/** Messages of one kind: taken in the transaction of their cause, sent after its commit. */
public final class OutgoingQueue<T> {
  private final OutgoingStore<T> store;
  private final Loop loop;
  private final IdSource ids;
  private final Clock clock;

  OutgoingQueue(OutgoingStore<T> store, Loop loop, IdSource ids, Clock clock) {
    this.store = store;
    this.loop = loop;
    this.ids = ids;
    this.clock = clock;
  }

  /** Puts a message on its way once the transaction commits. */
  public Uni<Void> put(Tx tx, OutgoingMessage<T> message) {
    tx.afterCommit(loop::wake);
    return store.insert(tx, ids.uuid(), message, clock.instant());
  }

  public void start() {
    loop.start();
  }

  public void stop() {
    loop.stop();
  }
}
