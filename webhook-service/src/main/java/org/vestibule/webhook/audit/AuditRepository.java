package org.vestibule.webhook.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.vestibule.platform.sql.Tx;
import org.vestibule.webhook.administration.Administrator;

@Singleton
class AuditRepository {

  private static final String INSERT =
      """
      INSERT INTO audit_record (id, customer_id, client_id, kind, operation, object, address,
                                created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """;

  Uni<Void> insert(
      Tx tx, UUID id, Administrator by, String kind, String operation, UUID object, Instant at) {
    Tuple values =
        Tuple.tuple()
            .addUUID(id)
            .addUUID(by.customerId())
            .addString(by.clientId())
            .addString(kind)
            .addString(operation)
            .addString(object.toString())
            .addString(by.address())
            .addOffsetDateTime(at.atOffset(ZoneOffset.UTC));
    return tx.connection().preparedQuery(INSERT).execute(values).replaceWithVoid();
  }
}
