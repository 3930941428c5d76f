package org.vestibule.auth.outgoing;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.vestibule.auth.AuthConfig;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Makes the queue of each kind of message. */
@Singleton
public class OutgoingQueues {
  private final SqlTransactions transactions;
  private final Keyring keyring;
  private final IdSource ids;
  private final Clock clock;
  private final AuthConfig.Mail pace;
  private final Vertx vertx;

  OutgoingQueues(
      SqlTransactions transactions,
      Keyring keyring,
      IdSource ids,
      Clock clock,
      AuthConfig config,
      Vertx vertx) {
    this.transactions = transactions;
    this.keyring = keyring;
    this.ids = ids;
    this.clock = clock;
    this.pace = config.auth().mail();
    this.vertx = vertx;
  }

  /** A queue on a table; whoever asks for it starts and stops it. */
  public <T> OutgoingQueue<T> make(
      String kind, String table, Class<T> type, Carrier<T> carrier, OutgoingReceipt receipt) {
    OutgoingStore<T> store = new OutgoingStore<>(table, type, receipt, transactions, keyring);
    OutgoingDispatcher<T> dispatcher = new OutgoingDispatcher<>(kind, store, carrier, clock, pace);
    Loop loop = new Loop(kind, LoopTimes.every(pace.poll()), vertx, dispatcher::sendBatch);
    return new OutgoingQueue<>(store, loop, ids, clock);
  }
}
