package org.vestibule.entity.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of the registrations that are remembered by key. */
@Singleton
public class RegistrationRepository {
  private static final String INSERT =
      """
      INSERT INTO registration (application_id, idempotency_key, type_id, record_uuid)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (application_id, idempotency_key) DO NOTHING
      """;
  private static final String FIND =
      """
      SELECT record_uuid
        FROM registration
       WHERE application_id = $1 AND idempotency_key = $2 AND type_id = $3
      """;
  private static final String DELETE_OLD =
      """
      DELETE FROM registration
       WHERE (application_id, idempotency_key) IN (
         SELECT application_id, idempotency_key
           FROM registration
          WHERE created_at < now() - interval '24 hours'
          LIMIT 1000)
      """;

  /** Whether the key was new. */
  Uni<Boolean> insert(Tx tx, String applicationId, String key, long typeId, UUID record) {
    return tx.connection()
        .preparedQuery(INSERT)
        .execute(Tuple.of(applicationId, key, typeId, record))
        .map(rows -> rows.rowCount() == 1);
  }

  /** The record that a key made. */
  Uni<Optional<UUID>> find(Tx tx, String applicationId, String key, long typeId) {
    return tx.connection()
        .preparedQuery(FIND)
        .execute(Tuple.of(applicationId, key, typeId))
        .map(rows -> Rows.first(rows).map(row -> row.getUUID(0)));
  }

  /** Forgets keys of all applications after a day. */
  Uni<Integer> deleteOld(Tx tx) {
    return tx.connection().query(DELETE_OLD).execute().map(RowSet::rowCount);
  }
}
