package org.vestibule.entity.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.InternalProblem;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Begins and ends the import of files, however often they are interrupted in between. */
@Singleton
public class ImportService {
  private final ImportRunRepository runs;
  private final SqlTransactions transactions;
  private final ImportAnnouncement announcement;
  private final IdSource ids;

  /** Takes the runs and the way to tell of their end. */
  public ImportService(
      ImportRunRepository runs,
      SqlTransactions transactions,
      ImportAnnouncement announcement,
      IdSource ids) {
    this.runs = runs;
    this.transactions = transactions;
    this.announcement = announcement;
    this.ids = ids;
  }

  /** The run of a file, with the batches that were taken of it before. */
  Uni<ImportView> open(EntityType type, ImportOpening opening) {
    return transactions.run(
        tx ->
            forgotten(tx, type, opening)
                .chain(() -> runs.open(tx, type.applicationId(), type, ids.uuid(), opening))
                .invoke(run -> requireSameOptions(run, opening))
                .chain(run -> view(tx, run)));
  }

  private Uni<Void> forgotten(Tx tx, EntityType type, ImportOpening opening) {
    return opening.restart()
        ? runs.forget(tx, type.applicationId(), type, opening.fingerprint())
        : Uni.createFrom().voidItem();
  }

  private static void requireSameOptions(ImportRun run, ImportOpening opening) {
    if (!run.options().equals(opening.options())) {
      throw InternalProblem.conflict(
          "the import of this file was begun with other options: " + Json.write(run.options()));
    }
  }

  private Uni<ImportView> view(Tx tx, ImportRun run) {
    return runs.batches(tx, run.id()).map(batches -> new ImportView(run, Json.parse(batches)));
  }

  /** What was rejected of a batch. */
  Uni<JsonNode> rejections(EntityType type, UUID run, int batch) {
    return transactions
        .read(tx -> runs.rejections(tx, type.applicationId(), type, run, batch))
        .map(found -> Json.parse(found.orElseThrow(InternalProblem::notFound)));
  }

  /** Ends a run whose batches were all taken, and tells of it once. */
  Uni<ImportCounts> finish(EntityType type, UUID id, int batches, CallContext call) {
    return transactions.run(
        tx ->
            runs.lock(tx, type.applicationId(), type, id)
                .map(found -> found.orElseThrow(InternalProblem::notFound))
                .chain(() -> runs.counts(tx, id))
                .invoke(counts -> requireAll(counts, batches))
                .call(counts -> finish(tx, type, id, counts, call)));
  }

  private static void requireAll(ImportCounts counts, int batches) {
    if (counts.batches() != batches) {
      throw InternalProblem.conflict(
          "%d of %d batches were taken".formatted(counts.batches(), batches));
    }
  }

  private Uni<Void> finish(Tx tx, EntityType type, UUID id, ImportCounts counts, CallContext call) {
    return runs.finish(tx, id)
        .chain(
            finished ->
                finished
                    .map(run -> announcement.tell(tx, type, run, counts, call))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }
}
