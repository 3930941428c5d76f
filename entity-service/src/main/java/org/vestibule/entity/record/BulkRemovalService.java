package org.vestibule.entity.record;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Removes many records by one call, a batch at a time, so that no lock is held for long. */
@Singleton
public class BulkRemovalService {
  private static final int BATCH = 500;
  private static final int DEADLOCK_RETRIES = 2;

  private final RecordRepository records;
  private final BulkRepository rows;
  private final UniqueValueRepository uniqueValues;
  private final Outbox outbox;
  private final Subjects subjects;
  private final SqlTransactions transactions;

  /** Takes the tables and the outbox. */
  public BulkRemovalService(
      RecordRepository records,
      BulkRepository rows,
      UniqueValueRepository uniqueValues,
      Outbox outbox,
      Subjects subjects,
      SqlTransactions transactions) {
    this.records = records;
    this.rows = rows;
    this.uniqueValues = uniqueValues;
    this.outbox = outbox;
    this.subjects = subjects;
    this.transactions = transactions;
  }

  /**
   * Removes every record that fits and returns how many these were.
   *
   * @param limit for a single batch; what was removed before one takes longer stays removed
   */
  public Uni<Long> remove(
      EntityType type, Filter where, Optional<Duration> limit, CallContext call) {
    return subjects
        .maker(type, call)
        .map(events -> new Removal(type, where, limit, events))
        .chain(this::batches);
  }

  private Uni<Long> batches(Removal removal) {
    return Multi.createBy()
        .repeating()
        .uni(AtomicLong::new, last -> batch(removal, last))
        .whilst(count -> count == BATCH)
        .collect()
        .with(Collectors.summingLong(Integer::longValue));
  }

  private Uni<Integer> batch(Removal removal, AtomicLong last) {
    return transactions
        .run(tx -> limited(tx, removal).chain(() -> batch(tx, removal, last.get())))
        .onFailure(UniqueConflicts::isDeadlock)
        .retry()
        .atMost(DEADLOCK_RETRIES)
        .invoke(keys -> keys.forEach(key -> last.accumulateAndGet(key.id(), Math::max)))
        .map(List::size);
  }

  private Uni<Void> limited(Tx tx, Removal removal) {
    return removal
        .limit()
        .map(it -> records.limitTime(tx, it))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<List<RecordKey>> batch(Tx tx, Removal removal, long after) {
    EntityType type = removal.type();
    return rows.delete(tx, type.applicationId(), type, removal.where(), after, BATCH)
        .call(gone -> gone.isEmpty() ? Uni.createFrom().voidItem() : conclude(tx, removal, gone));
  }

  private Uni<Void> conclude(Tx tx, Removal removal, List<RecordKey> gone) {
    EntityType type = removal.type();
    List<Long> ids = gone.stream().map(RecordKey::id).toList();
    List<Event> events = gone.stream().map(removal::event).toList();
    return uniqueValues
        .deleteAll(tx, type.applicationId(), type, ids)
        .chain(() -> outbox.append(tx, events));
  }

  private record Removal(
      EntityType type, Filter where, Optional<Duration> limit, Subjects.Maker events) {
    Event event(RecordKey key) {
      return events.of("user-deleted", key.uuid(), List.of());
    }
  }
}
