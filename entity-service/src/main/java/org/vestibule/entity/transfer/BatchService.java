package org.vestibule.entity.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.entity.problem.Refusal;
import org.vestibule.entity.record.ImportedRecords;
import org.vestibule.entity.record.Subjects;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.loop.InTurn;
import org.vestibule.platform.offload.Offload;
import org.vestibule.platform.problem.InternalProblem;
import org.vestibule.platform.sql.SqlTransactions;

/** Takes batches of records, a few at a time, so that everybody else is served meanwhile. */
@Singleton
public class BatchService {
  private final BatchPlaces places = new BatchPlaces();
  private final ImportRunRepository runs;
  private final SqlTransactions transactions;
  private final BatchReader reader;
  private final BatchStoreRepository store;
  private final ImportedRecords records;
  private final Subjects subjects;
  private final Offload offload;

  /** Takes the steps of a batch, and threads that may wait. */
  public BatchService(
      ImportRunRepository runs,
      SqlTransactions transactions,
      BatchReader reader,
      BatchStoreRepository store,
      ImportedRecords records,
      Subjects subjects,
      Offload offload) {
    this.runs = runs;
    this.transactions = transactions;
    this.reader = reader;
    this.store = store;
    this.records = records;
    this.subjects = subjects;
    this.offload = offload;
  }

  /** Takes a batch of a run, once; later tries get the outcome of the first. */
  Uni<BatchOutcome> take(EntityType type, UUID run, ImportBatch batch, CallContext call) {
    return places.take(() -> taken(type, run, batch, call));
  }

  private Uni<BatchOutcome> taken(EntityType type, UUID run, ImportBatch batch, CallContext call) {
    return transactions
        .read(tx -> runs.find(tx, type.applicationId(), type, run))
        .map(found -> found.orElseThrow(InternalProblem::notFound))
        .chain(found -> work(type, found, batch, call))
        .chain(work -> offload.io(() -> store.store(work)));
  }

  private Uni<BatchWork> work(EntityType type, ImportRun run, ImportBatch batch, CallContext call) {
    return offload
        .io(() -> reader.read(type, batch.lines(), run.options().hashPasswords()))
        .call(this::hash)
        .chain(
            lines ->
                events(type, run, call)
                    .map(events -> new BatchWork(type, run.id(), batch, lines, events)));
  }

  /** One after the other: those who sign in meanwhile need the other threads. */
  private Uni<Void> hash(List<ImportLine> lines) {
    return InTurn.each(
        ImportLine.open(lines).stream().filter(it -> it.record().waitsForHashes()).toList(),
        line ->
            records
                .hash(line.record())
                .onFailure(Refusal::is)
                .invoke(line::refuse)
                .onFailure(Refusal::is)
                .recoverWithNull());
  }

  private Uni<Optional<Subjects.Maker>> events(EntityType type, ImportRun run, CallContext call) {
    return run.options().events()
        ? subjects.maker(type, call).map(Optional::of)
        : Uni.createFrom().item(Optional.empty());
  }
}
