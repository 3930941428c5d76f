package org.vestibule.webhook.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import org.vestibule.platform.sql.Tx;

/**
 * Lets one transaction at a time store events of a record or end attempts of them, so that a
 * delivery that waits for another one is never overlooked. Taken before any row is locked, many of
 * them in one order: so nobody waits for anybody in a circle.
 */
@Singleton
class RecordLockRepository {

  private static final String LOCK =
      """
      SELECT pg_advisory_xact_lock(wanted.key)
        FROM (SELECT DISTINCT hashtextextended(record::text, 0) AS key
                FROM unnest($1::uuid[]) AS record
               ORDER BY 1) AS wanted
      """;

  /** Holds the records until the end of the transaction. */
  Uni<Void> lock(Tx tx, Collection<UUID> records) {
    return tx.connection()
        .preparedQuery(LOCK)
        .execute(Tuple.tuple().addArrayOfUUID(records.toArray(UUID[]::new)))
        .replaceWithVoid();
  }
}
