package org.vestibule.entity.type;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.sql.SqlTransactions;

/** Finds the schemas that entity types had. */
@Singleton
public class PastTypes {
  private final PastTypeRepository repository;
  private final SqlTransactions transactions;

  /** Takes the catalogue. */
  public PastTypes(PastTypeRepository repository, SqlTransactions transactions) {
    this.repository = repository;
    this.transactions = transactions;
  }

  /** A type as it was at a time; where nobody kept that, as it was first known afterwards. */
  public Uni<PastType> at(EntityType type, Instant time) {
    return transactions
        .read(tx -> repository.find(tx, type.applicationId(), type, time))
        .map(
            found ->
                found.orElseThrow(() -> CaptureProblem.unknownEntityType(type.name()).exception()));
  }
}
