package org.vestibule.entity.record;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.vestibule.entity.problem.Refusal;
import org.vestibule.entity.type.FenceRepository;
import org.vestibule.platform.loop.InTurn;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Writes the candidates of a bulk call in the transactions that its mode asks for. */
@Singleton
public class BulkWriter {
  private static final int DEADLOCK_RETRIES = 2;

  private final BulkPreparation preparation;
  private final RecordRepository records;
  private final BulkRepository rows;
  private final UniqueValueRepository uniqueValues;
  private final FenceRepository fences;
  private final Outbox outbox;
  private final SqlTransactions transactions;

  /** Takes the tables and the outbox. */
  public BulkWriter(
      BulkPreparation preparation,
      RecordRepository records,
      BulkRepository rows,
      UniqueValueRepository uniqueValues,
      FenceRepository fences,
      Outbox outbox,
      SqlTransactions transactions) {
    this.preparation = preparation;
    this.records = records;
    this.rows = rows;
    this.uniqueValues = uniqueValues;
    this.fences = fences;
    this.outbox = outbox;
    this.transactions = transactions;
  }

  Uni<Void> write(Bulk bulk, List<Candidate> candidates, CommitMode mode) {
    return switch (mode) {
      case EACH -> InTurn.each(Chunks.of(candidates), chunk -> each(bulk, chunk));
      case SMART -> InTurn.each(Chunks.of(candidates), chunk -> smart(bulk, chunk));
      case ALL -> all(bulk, candidates);
    };
  }

  private Uni<Void> each(Bulk bulk, List<Candidate> chunk) {
    return prepared(bulk, chunk)
        .chain(open -> InTurn.each(open, candidate -> together(bulk, List.of(candidate))));
  }

  private Uni<Void> smart(Bulk bulk, List<Candidate> chunk) {
    return prepared(bulk, chunk).chain(open -> together(bulk, open));
  }

  private Uni<List<Candidate>> prepared(Bulk bulk, List<Candidate> chunk) {
    return transactions
        .read(tx -> preparation.prepare(tx, bulk, chunk))
        .map(done -> Candidate.open(chunk));
  }

  /** Writes all in one transaction; when some are refused, each half in one of its own. */
  private Uni<Void> together(Bulk bulk, List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transactions
        .run(tx -> limited(tx, bulk).chain(() -> insert(tx, bulk, candidates)))
        .onFailure(UniqueConflicts::isDeadlock)
        .retry()
        .atMost(DEADLOCK_RETRIES)
        .onFailure(Refusal::is)
        .recoverWithUni(refusal -> divided(bulk, candidates, refusal));
  }

  private Uni<Void> divided(Bulk bulk, List<Candidate> candidates, Throwable refusal) {
    int middle = candidates.size() / 2;
    if (middle == 0) {
      candidates.get(0).refuse(refusal);
      return Uni.createFrom().voidItem();
    }
    return together(bulk, candidates.subList(0, middle))
        .chain(() -> together(bulk, candidates.subList(middle, candidates.size())));
  }

  /** Writes all or none; when the table refuses, a second try tells which record it is about. */
  private Uni<Void> all(Bulk bulk, List<Candidate> candidates) {
    List<List<Candidate>> chunks = Chunks.of(candidates);
    return inOne(bulk, chunks, (tx, chunk) -> insert(tx, bulk, chunk))
        .onFailure(Candidate::isUnplaced)
        .recoverWithUni(
            () ->
                inOne(bulk, chunks, (tx, chunk) -> InTurn.each(chunk, it -> placed(tx, bulk, it))));
  }

  private Uni<Void> inOne(Bulk bulk, List<List<Candidate>> chunks, ChunkWork work) {
    return transactions
        .run(tx -> InTurn.each(chunks, chunk -> inOne(tx, bulk, chunk, work)))
        .onFailure(UniqueConflicts::isDeadlock)
        .retry()
        .atMost(DEADLOCK_RETRIES);
  }

  private Uni<Void> inOne(Tx tx, Bulk bulk, List<Candidate> chunk, ChunkWork work) {
    return limited(tx, bulk)
        .chain(() -> preparation.prepare(tx, bulk, chunk))
        .invoke(() -> Candidate.requireOpen(chunk))
        .chain(() -> work.on(tx, chunk));
  }

  private Uni<Void> placed(Tx tx, Bulk bulk, Candidate candidate) {
    return insert(tx, bulk, List.of(candidate)).onFailure().transform(candidate::placed);
  }

  private Uni<Void> limited(Tx tx, Bulk bulk) {
    return records.limitTime(tx, bulk.deadline().left());
  }

  private Uni<Void> insert(Tx tx, Bulk bulk, List<Candidate> candidates) {
    List<NewRecord> made = candidates.stream().map(Candidate::made).toList();
    String application = bulk.type().applicationId();
    return rows.insert(tx, application, bulk.type(), made.stream().map(NewRecord::row).toList())
        .chain(() -> passed(tx, bulk, made))
        .chain(() -> claim(tx, bulk, made))
        .chain(() -> outbox.append(tx, made.stream().map(NewRecord::event).toList()))
        .invoke(() -> candidates.forEach(Candidate::store));
  }

  private Uni<Void> passed(Tx tx, Bulk bulk, List<NewRecord> made) {
    return made.stream().anyMatch(NewRecord::hasNeighbours)
        ? fences.pass(tx, bulk.type().applicationId(), bulk.type())
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> claim(Tx tx, Bulk bulk, List<NewRecord> made) {
    List<UniqueValueRepository.Claim> claims = made.stream().flatMap(NewRecord::claims).toList();
    return claims.isEmpty()
        ? Uni.createFrom().voidItem()
        : uniqueValues.insert(tx, bulk.type().applicationId(), bulk.type(), claims);
  }

  /** Writes one chunk in an open transaction. */
  private interface ChunkWork {
    Uni<Void> on(Tx tx, List<Candidate> chunk);
  }
}
