package org.vestibule.webhook.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/**
 * Writes the ends of attempts: what ended while the last write ran is written together, so that the
 * cost of a transaction is shared when there is much to do and nobody waits when there is little.
 * What could not be written is tried again; its place stays taken until then.
 */
@Singleton
class Endings {
  private static final int BATCH = 500;
  private static final Comparator<Ending> IN_ORDER =
      Comparator.comparing(it -> it.attempt().position());
  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofSeconds(1));

  private final SqlTransactions transactions;
  private final EndingRepository endings;
  private final RecordLockRepository locks;
  private final Lanes lanes;
  private final MeterRegistry metrics;
  private final Loop loop;
  private final Queue<Ending> waiting = new ConcurrentLinkedQueue<>();
  private final List<Ending> atWork = new ArrayList<>();
  private volatile Runnable onRoom = () -> {};

  Endings(
      SqlTransactions transactions,
      EndingRepository endings,
      RecordLockRepository locks,
      Lanes lanes,
      MeterRegistry metrics,
      Vertx vertx) {
    this.transactions = transactions;
    this.endings = endings;
    this.locks = locks;
    this.lanes = lanes;
    this.metrics = metrics;
    this.loop = new Loop("delivery-endings", TIMES, vertx, this::writeBatch);
  }

  /** Begins to write; the action runs whenever there is room for more attempts. */
  void start(Runnable action) {
    onRoom = action;
    loop.start();
  }

  void stop() {
    loop.stop();
  }

  /** Has an end written soon. */
  void add(Ending ending) {
    waiting.add(ending);
    loop.wake();
  }

  Uni<Boolean> writeBatch() {
    while (atWork.size() < BATCH && !waiting.isEmpty()) {
      atWork.add(waiting.poll());
    }
    return atWork.isEmpty()
        ? Uni.createFrom().item(false)
        : transactions.run(this::write).invoke(this::written).map(done -> !waiting.isEmpty());
  }

  private Uni<Void> write(Tx tx) {
    // In one order, so that two writers never wait for each other in a circle.
    atWork.sort(IN_ORDER);
    return locks
        .lock(tx, atWork.stream().map(it -> it.attempt().event().recordUuid()).toList())
        .chain(() -> endings.lock(tx, atWork))
        .call(locked -> endings.end(tx, locked))
        .map(locked -> locked.stream().map(EndingRow::order).distinct().toList())
        .chain(ended -> endings.release(tx, ended));
  }

  private void written() {
    for (Ending ending : atWork) {
      lanes.free(ending.attempt().host());
      metrics.counter("vestibule.webhook.attempts", "state", label(ending)).increment();
    }
    atWork.clear();
    onRoom.run();
  }

  private static String label(Ending ending) {
    return ending.isUndone() ? "undone" : ending.state().wireName();
  }
}
