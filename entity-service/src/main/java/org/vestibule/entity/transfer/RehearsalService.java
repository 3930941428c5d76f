package org.vestibule.entity.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.vestibule.entity.record.ImportedRecords;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.offload.Offload;

/** Tells what would become of batches of records, without taking them. */
@Singleton
public class RehearsalService {
  private final BatchPlaces places = new BatchPlaces();
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
    return places.take(
        () ->
            offload
                .io(() -> checked(type, lines, hashesPlain))
                .chain(read -> offload.io(() -> repository.rehearse(type, read))));
  }

  private List<ImportLine> checked(EntityType type, byte[] lines, boolean hashesPlain) {
    List<ImportLine> read = reader.read(type, lines, hashesPlain);
    ImportLine.open(read).stream()
        .filter(it -> it.record().waitsForHashes())
        .forEach(line -> line.attempt(() -> records.pretendHashes(line.record())));
    return read;
  }
}
