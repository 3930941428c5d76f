package org.vestibule.platform.rewrap;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL over sealed columns; their names are constants of the code, never of a request. */
@Singleton
class RewrapRepository {
  private static final String OLD =
      """
      SELECT id, %2$s AS sealed
        FROM %1$s
       WHERE %2$s IS NOT NULL AND NOT starts_with(%2$s, $1)
       ORDER BY id
       LIMIT $2
         FOR UPDATE
      """;
  private static final String REPLACE =
      """
      UPDATE %1$s
         SET %2$s = fresh.sealed
        FROM unnest($1::uuid[], $2::text[]) AS fresh (id, sealed)
       WHERE %1$s.id = fresh.id
      """;

  Uni<List<SealedRow>> sealedByOtherKeys(Tx tx, SealedColumn place, String prefix, int limit) {
    return tx.connection()
        .preparedQuery(OLD.formatted(place.table(), place.column()))
        .execute(Tuple.of(prefix, limit))
        .map(RewrapRepository::rows);
  }

  Uni<Void> replace(Tx tx, SealedColumn place, List<SealedRow> rows) {
    UUID[] ids = rows.stream().map(SealedRow::id).toArray(UUID[]::new);
    String[] sealed = rows.stream().map(SealedRow::sealed).toArray(String[]::new);
    return tx.connection()
        .preparedQuery(REPLACE.formatted(place.table(), place.column()))
        .execute(Tuple.of(ids, sealed))
        .replaceWithVoid();
  }

  private static List<SealedRow> rows(RowSet<Row> rows) {
    return Rows.list(rows, row -> new SealedRow(row.getUUID("id"), row.getString("sealed")));
  }

  record SealedRow(UUID id, String sealed) {}
}
