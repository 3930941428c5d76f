package org.vestibule.entity.type;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of the types whose rows are being brought to the current version of their schema. */
@Singleton
public class UpkeepRepository {
  // The one statement without an application: it asks for work of any of them.
  private static final String NEXT =
      """
      SELECT t.application_id, t.name, u.last_id
        FROM schema_upkeep u
        JOIN entity_type t ON t.id = u.type_id
       WHERE u.not_before < now()
       ORDER BY u.type_id
       LIMIT 1
         FOR UPDATE OF u SKIP LOCKED
      """;
  private static final String ADVANCE = "UPDATE schema_upkeep SET last_id = $2 WHERE type_id = $1";
  private static final String FINISH = "DELETE FROM schema_upkeep WHERE type_id = $1";

  /** Versions of records hold old values for as long as they are kept. */
  private static final String FREE_KEYS =
      """
      DELETE FROM retired_key
       WHERE type_id = $1 AND version <= $2 AND NOT EXISTS (SELECT 1 FROM %s)
      """;

  /** A type with rows to look at, those after an id. */
  public record Upkeep(String applicationId, String typeName, long lastId) {}

  /** A type that nobody else is at, locked until the end of the transaction. */
  public Uni<Optional<Upkeep>> next(Tx tx) {
    return tx.connection()
        .query(NEXT)
        .execute()
        .map(rows -> Rows.first(rows).map(UpkeepRepository::upkeep));
  }

  private static Upkeep upkeep(Row row) {
    return new Upkeep(row.getString(0), row.getString(1), row.getLong(2));
  }

  /** Remembers up to which row a type is done. */
  public Uni<Void> advance(Tx tx, String applicationId, EntityType type, long lastId) {
    type.table(applicationId);
    return tx.connection()
        .preparedQuery(ADVANCE)
        .execute(Tuple.of(type.id(), lastId))
        .replaceWithVoid();
  }

  /** All rows are done: no document holds values under a retired name any more. */
  public Uni<Void> finish(Tx tx, String applicationId, EntityType type) {
    return tx.connection()
        .preparedQuery(FINISH)
        .execute(Tuple.of(type.id()))
        .chain(
            () ->
                tx.connection()
                    .preparedQuery(FREE_KEYS.formatted(type.versionTable(applicationId)))
                    .execute(Tuple.of(type.id(), type.version())))
        .replaceWithVoid();
  }
}
