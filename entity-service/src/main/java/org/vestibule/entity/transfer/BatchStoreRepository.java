package org.vestibule.entity.transfer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.vestibule.entity.problem.SqlStates;
import org.vestibule.entity.record.ImportedRecord;
import org.vestibule.entity.record.ImportedRecords;
import org.vestibule.entity.record.Subjects;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.problem.StandardProblem;

/** Stores the records of a batch in one transaction on a connection that knows COPY. */
@Singleton
class BatchStoreRepository {
  private static final int DEADLOCK_RETRIES = 3;

  /** A file with one duplicate has more: so many chunks are merged before a plain copy is tried. */
  private static final int MERGES = 16;

  private final DataSource source;
  private final BatchRepository batches;
  private final SupplyRepository supplies;
  private final CopyRepository copies;
  private final MergeRepository merges;
  private final ImportedRecords records;
  private final Outbox outbox;
  private final Cache<UUID, Integer> merging =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterAccess(Duration.ofHours(1)).build();

  /** Takes the connections, the steps of a batch and the outbox. */
  BatchStoreRepository(
      DataSource source,
      BatchRepository batches,
      SupplyRepository supplies,
      CopyRepository copies,
      MergeRepository merges,
      ImportedRecords records,
      Outbox outbox) {
    this.source = source;
    this.batches = batches;
    this.supplies = supplies;
    this.copies = copies;
    this.merges = merges;
    this.records = records;
    this.outbox = outbox;
  }

  /** Takes a batch, once; blocks. */
  BatchOutcome store(BatchWork work) throws SQLException {
    try {
      return stored(work);
    } catch (SQLException failure) {
      if (SqlStates.isOutage(failure.getSQLState())) {
        throw new StandardProblem.Unavailable(failure.toString()).exception();
      }
      throw failure;
    }
  }

  private BatchOutcome stored(BatchWork work) throws SQLException {
    for (int tries = 0; ; tries++) {
      try (Connection connection = source.getConnection()) {
        return store(connection, work);
      } catch (SQLException failure) {
        if (!SqlStates.isDeadlock(failure.getSQLState()) || tries == DEADLOCK_RETRIES) {
          throw failure;
        }
      }
    }
  }

  private BatchOutcome store(Connection connection, BatchWork work) throws SQLException {
    Supplies ready = supplies(connection, work);
    connection.setAutoCommit(false);
    try {
      BatchOutcome outcome =
          batches.claim(connection, work)
              ? taken(connection, work, ready)
              : batches.repeated(connection, work.run(), work.batch());
      connection.commit();
      connection.setAutoCommit(true);
      return outcome;
    } catch (SQLException | RuntimeException failure) {
      undo(connection, failure);
      throw failure;
    }
  }

  /** What cannot be undone because the connection is gone, PostgreSQL has undone. */
  private static void undo(Connection connection, Exception cause) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException gone) {
      cause.addSuppressed(gone);
    }
  }

  private record Supplies(ImportedRecord.Fresh fresh, Map<String, String> folded) {}

  /** Ids are never given back, so they need no transaction, and whoever draws one locks others. */
  private Supplies supplies(Connection connection, BatchWork work) throws SQLException {
    supplies.refuseTakenElements(connection, work.type(), ImportLine.open(work.lines()));
    long highest = 0;
    int missing = 0;
    Set<String> texts = new HashSet<>();
    for (ImportLine line : ImportLine.open(work.lines())) {
      highest = Math.max(highest, line.record().highestId());
      missing += line.record().missingIds();
      texts.addAll(line.record().texts());
    }
    supplies.pass(connection, work.type().applicationId(), work.type(), highest);
    Iterator<Long> ids = supplies.ids(connection, work.type(), missing);
    return new Supplies(records.fresh(ids), supplies.folded(connection, texts));
  }

  private BatchOutcome taken(Connection connection, BatchWork work, Supplies ready)
      throws SQLException {
    CopyChunk chunk = new CopyChunk();
    for (ImportLine line : ImportLine.open(work.lines())) {
      line.attempt(
          () -> chunk.add(line, line.record().row(ready.fresh(), ready.folded()), work.type()));
      if (chunk.isFull()) {
        store(connection, work, chunk);
      }
    }
    if (!chunk.isEmpty()) {
      store(connection, work, chunk);
    }
    return batches.conclude(connection, work);
  }

  private void store(Connection connection, BatchWork work, CopyChunk chunk) throws SQLException {
    chunk.rows().end();
    String application = work.type().applicationId();
    if (!mayCopy(work) || !copies.intoTable(connection, application, work.type(), chunk)) {
      merging.asMap().putIfAbsent(work.run(), MERGES);
      merges.merge(connection, application, work.type(), chunk);
    }
    if (work.events().isPresent()) {
      announce(connection, work.events().get(), chunk);
    }
    chunk.clear();
  }

  private boolean mayCopy(BatchWork work) {
    return merging.asMap().computeIfPresent(work.run(), (run, left) -> left == 1 ? null : left - 1)
        == null;
  }

  private void announce(Connection connection, Subjects.Maker events, CopyChunk chunk)
      throws SQLException {
    outbox.append(
        connection,
        chunk.stored().stream().map(it -> events.of("user-created", it, List.of())).toList());
  }
}
