package org.vestibule.entity.record;

import io.vertx.pgclient.PgException;
import java.util.Optional;
import org.vestibule.entity.problem.SqlStates;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.type.EntityType;

/** Turns refusals of PostgreSQL into what they mean for the writer. */
final class UniqueConflicts {
  private static final String INDEX_ENTRY_TOO_LARGE = "54000";

  private UniqueConflicts() {}

  /** Whether two writers waited for each other, so that one had to give way and may try again. */
  static boolean isDeadlock(Throwable failure) {
    return failure instanceof PgException refused && SqlStates.isDeadlock(refused.getSqlState());
  }

  static Throwable translate(EntityType type, Throwable failure) {
    if (!(failure instanceof PgException refused)) {
      return failure;
    }
    if (INDEX_ENTRY_TOO_LARGE.equals(refused.getSqlState())) {
      return Violations.tooLong("/");
    }
    if (!SqlStates.isDuplicate(refused.getSqlState()) || refused.getConstraint() == null) {
      return failure;
    }
    return type.attributeOfIndex(refused.getConstraint())
        .or(() -> Optional.of("/").filter(path -> isNews(type, refused.getConstraint())))
        .<Throwable>map(Violations::duplicate)
        .orElse(failure);
  }

  /** An index that was made a moment ago, of which this replica has not heard yet. */
  private static boolean isNews(EntityType type, String index) {
    return index.matches(type.table(type.applicationId()) + "_[0-9]+");
  }
}
