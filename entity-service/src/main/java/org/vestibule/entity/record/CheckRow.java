package org.vestibule.entity.record;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import org.vestibule.entity.type.EntityType;

/**
 * What was read for the check of a password.
 *
 * @param isWanted false when there is no such record and this row is nobody's
 */
record CheckRow(RecordRow row, boolean isWanted) {
  private static final int WANTED = 7;

  static CheckRow from(Row row) {
    return new CheckRow(RecordRow.from(row), row.getBoolean(WANTED));
  }

  /** The record; nobody's row is looked at as closely. */
  Optional<RecordState> state(EntityType type) {
    RecordState read = RecordState.of(type, row);
    return isWanted ? Optional.of(read) : Optional.empty();
  }
}
