package org.vestibule.webhook.administration;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.vestibule.platform.sql.Tx;

/** The counter of each client; a new minute takes the place of the old one. */
@Singleton
class RequestWindowRepository {

  private static final String COUNT =
      """
      INSERT INTO request_window AS seen (customer_id, client_id, started_at, requests)
      VALUES ($1, $2, now(), 1)
      ON CONFLICT (customer_id, client_id) DO UPDATE
         SET (started_at, requests) = (
               SELECT CASE WHEN is_over THEN now() ELSE seen.started_at END,
                      CASE WHEN is_over THEN 1 ELSE seen.requests + 1 END
                 FROM (SELECT seen.started_at <= now() - interval '1 minute') AS minute (is_over))
      RETURNING requests,
                extract(epoch FROM started_at + interval '1 minute' - now())::float8
      """;

  Uni<Window> count(Tx tx, UUID customerId, String clientId) {
    return tx.connection()
        .preparedQuery(COUNT)
        .execute(Tuple.of(customerId, clientId))
        .map(rows -> window(rows.iterator().next()));
  }

  private static Window window(Row row) {
    return new Window(row.getInteger(0), row.getDouble(1));
  }

  /** Requests since the minute began, this one included, and what is left of it. */
  record Window(int requests, double secondsLeft) {}
}
