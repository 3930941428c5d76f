package org.vestibule.entity.record;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Goes through all records of a type, a few hundred at a time, and counts what it is told of. */
@Singleton
public class RecordScan {
  private static final int BATCH = 500;

  private final SqlTransactions transactions;
  private final RecordScanRepository repository;

  /** Takes the records. */
  public RecordScan(SqlTransactions transactions, RecordScanRepository repository) {
    this.transactions = transactions;
    this.repository = repository;
  }

  /** Looks at batches of records; 361 with the number when some are in the way of uniqueness. */
  Uni<Void> requireUnique(
      EntityType type, String path, BiFunction<Tx, List<RecordRow>, Uni<Long>> inTheWay) {
    return requireNone(
        path,
        id ->
            transactions.read(
                tx ->
                    repository
                        .after(tx, type.applicationId(), type, id, BATCH)
                        .chain(rows -> inTheWay.apply(tx, rows).map(it -> Batch.of(rows, it)))));
  }

  /** The same in transactions that lock the records of their batch. */
  Uni<Void> requireUniqueLocking(
      EntityType type, String path, BiFunction<Tx, List<RecordRow>, Uni<Long>> inTheWay) {
    return requireNone(
        path,
        id ->
            transactions.run(
                tx ->
                    repository
                        .lockAfter(tx, type.applicationId(), type, id, BATCH)
                        .chain(rows -> inTheWay.apply(tx, rows).map(it -> Batch.of(rows, it)))));
  }

  private static Uni<Void> requireNone(String path, LongFunction<Uni<Batch>> batches) {
    return sum(batches, 0, 0)
        .invoke(
            count -> {
              if (count > 0) {
                throw Violations.notUnique(path, count);
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Long> sum(LongFunction<Uni<Batch>> batches, long id, long before) {
    return batches
        .apply(id)
        .chain(
            batch ->
                batch.isLast()
                    ? Uni.createFrom().item(before + batch.count())
                    : sum(batches, batch.lastId(), before + batch.count()));
  }

  private record Batch(boolean isLast, long lastId, long count) {
    static Batch of(List<RecordRow> rows, long count) {
      boolean isLast = rows.size() < BATCH;
      return new Batch(isLast, isLast ? 0 : rows.get(rows.size() - 1).id(), count);
    }
  }
}
