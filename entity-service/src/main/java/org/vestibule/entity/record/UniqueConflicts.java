package org.vestibule.entity.record;

import io.vertx.pgclient.PgException;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.type.EntityType;

/** Turns refusals of PostgreSQL into what they mean for the writer. */
final class UniqueConflicts {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String INDEX_ENTRY_TOO_LARGE = "54000";

  private UniqueConflicts() {}

  static Throwable translate(EntityType type, Throwable failure) {
    if (!(failure instanceof PgException refused)) {
      return failure;
    }
    if (INDEX_ENTRY_TOO_LARGE.equals(refused.getSqlState())) {
      return Violations.tooLong("/");
    }
    if (!UNIQUE_VIOLATION.equals(refused.getSqlState()) || refused.getConstraint() == null) {
      return failure;
    }
    return type.attributeOfIndex(refused.getConstraint())
        .<Throwable>map(Violations::duplicate)
        .orElse(failure);
  }
}
