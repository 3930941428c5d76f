package org.vestibule.entity.type;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.vestibule.entity.schema.SchemaJson;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of the definitions that types had. */
@Singleton
class PastTypeRepository {
  private static final String FIND =
      """
      SELECT known.definition::text, known.password_history, known.since
        FROM (SELECT t.definition, t.password_history, t.defined_at AS since,
                     'infinity'::timestamptz AS until
                FROM entity_type t
               WHERE t.application_id = $1 AND t.id = $2
              UNION ALL
              SELECT v.definition, v.password_history, v.since, v.until
                FROM type_version v
               WHERE v.type_id = $2 AND v.until > $3) AS known
       ORDER BY known.until
       LIMIT 1
      """;

  /** The definition at a time, else the first one that is known after it. */
  Uni<Optional<PastType>> find(Tx tx, String applicationId, EntityType type, Instant time) {
    type.table(applicationId);
    return tx.connection()
        .preparedQuery(FIND)
        .execute(Tuple.of(applicationId, type.id(), time.atOffset(ZoneOffset.UTC)))
        .map(rows -> Rows.first(rows).map(row -> past(type, row)));
  }

  private static PastType past(EntityType type, Row row) {
    return new PastType(
        type.as(SchemaJson.read(Json.parse(row.getString(0))), row.getInteger(1)),
        row.getOffsetDateTime(2).toInstant());
  }
}
