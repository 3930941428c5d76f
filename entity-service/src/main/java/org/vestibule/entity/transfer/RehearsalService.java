package org.vestibule.entity.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.vestibule.entity.record.ImportedRecords;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.offload.BusyException;
import org.vestibule.platform.offload.Offload;

/** Tells what would become of batches of records, without taking them. */
@ApplicationScoped
public class RehearsalService {
  /** As many as batches that are taken: they share the processors and the connections. */
  private static final int AT_ONCE = 2;

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final BatchReader reader;
  private final ImportedRecords records;
  private final RehearsalRepository repository;
  private final Offload offload;

  /** Takes the steps of a batch, and threads that may wait. */
  public RehearsalService(
      BatchReader reader,
      ImportedRecords records,
      RehearsalRepository repository,
      Offload offload) {
    this.reader = reader;
    this.records = records;
    this.repository = repository;
    this.offload = offload;
  }

  /** Checks records as if they were taken now, one after the other, behind nothing else. */
  Uni<BatchOutcome> rehearse(EntityType type, byte[] lines, boolean hashesPlain) {
    if (!places.tryAcquire()) {
      return Uni.createFrom().failure(new BusyException("import"));
    }
    return offload
        .io(() -> checked(type, lines, hashesPlain))
        .chain(read -> offload.io(() -> repository.rehearse(type, read)))
        .onTermination()
        .invoke(places::release);
  }

  private List<ImportLine> checked(EntityType type, byte[] lines, boolean hashesPlain) {
    List<ImportLine> read = reader.read(type, lines, hashesPlain);
    ImportLine.open(read).stream()
        .filter(it -> it.record().waitsForHashes())
        .forEach(line -> line.attempt(() -> records.pretendHashes(line.record())));
    return read;
  }
}
