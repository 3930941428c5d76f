package org.vestibule.entity.record;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import org.vestibule.entity.type.EntityType;

/**
 * A record that was read for a check.
 *
 * @param isWanted false when nobody fits and this is another one, which nobody may see or match
 */
record CheckRow(RecordRow row, boolean isWanted) {
  private static final int WANTED = 7;

  static CheckRow from(Row row) {
    return new CheckRow(RecordRow.from(row), row.getBoolean(WANTED));
  }

  /** The record that was asked for; one that was not is looked at as closely. */
  Optional<RecordState> state(EntityType type) {
    RecordState read = RecordState.of(type, row);
    return isWanted ? Optional.of(read) : Optional.empty();
  }
}
