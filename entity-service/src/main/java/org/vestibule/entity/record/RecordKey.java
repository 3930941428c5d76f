package org.vestibule.entity.record;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.Optional;
import java.util.UUID;

/** The two names of a record. */
public record RecordKey(long id, UUID uuid) {
  static Optional<RecordKey> first(RowSet<Row> rows) {
    var row = rows.iterator();
    return row.hasNext() ? Optional.of(of(row.next())) : Optional.empty();
  }

  private static RecordKey of(Row row) {
    return new RecordKey(row.getLong("id"), row.getUUID("uuid"));
  }
}
