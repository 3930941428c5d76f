package org.vestibule.entity.record;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.sql.SqlTransactions;

/** Finds what records were. */
@Singleton
public class VersionReader {
  private final VersionRepository repository;
  private final SqlTransactions transactions;

  /** Takes the tables. */
  public VersionReader(VersionRepository repository, SqlTransactions transactions) {
    this.repository = repository;
    this.transactions = transactions;
  }

  /**
   * A record as it was at a time; 310 when there was none, or what it was is not kept.
   *
   * @param shown the type with the schema in which the record is shown
   */
  public Uni<StoredRecord> at(EntityType shown, Filter where, Instant time) {
    return transactions
        .read(tx -> repository.at(tx, shown.applicationId(), shown, where, time))
        .map(found -> found.orElseThrow(Violations::recordNotFound))
        .map(row -> new StoredRecord(shown, row));
  }

  /** When the versions of a record began, the newest first; 310 without the record. */
  public Uni<List<Instant>> times(EntityType type, Filter where, int limit) {
    return transactions
        .read(tx -> repository.times(tx, type.applicationId(), type, where, limit))
        .invoke(VersionReader::requireSome);
  }

  private static void requireSome(List<Instant> times) {
    if (times.isEmpty()) {
      throw Violations.recordNotFound();
    }
  }
}
