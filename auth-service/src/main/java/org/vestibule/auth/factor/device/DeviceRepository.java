package org.vestibule.auth.factor.device;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.auth.factor.EndedProof;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of trusted devices. */
@Singleton
class DeviceRepository {
  /** Devices of a record beyond which the oldest is trusted no longer. */
  static final int MOST = 20;

  // A proof trusts one device, once; the oldest devices make room for it.
  private static final String TRUST =
      """
      WITH proof AS (
        UPDATE factor_code
           SET trusted_at = $6
         WHERE application_id = $1 AND entity_type = $2 AND record_uuid = $3 AND id = $4
           AND used_at > $7 AND trusted_at IS NULL
        RETURNING 1),
      surplus AS (
        DELETE FROM trusted_device
         WHERE application_id = $1 AND entity_type = $2 AND record_uuid = $3
           AND EXISTS (SELECT FROM proof)
           AND device_hash IN (
             SELECT device_hash
               FROM trusted_device
              WHERE application_id = $1 AND entity_type = $2 AND record_uuid = $3
                AND device_hash <> $5
              ORDER BY trusted_at DESC
             OFFSET %d))
      INSERT INTO trusted_device
             (application_id, entity_type, record_uuid, device_hash, trusted_at, until)
      SELECT $1, $2, $3, $5, $6, $8
        FROM proof
      ON CONFLICT (application_id, entity_type, record_uuid, device_hash) DO UPDATE
         SET trusted_at = excluded.trusted_at, until = excluded.until
      RETURNING until
      """
          .formatted(MOST - 1);
  private static final String FIND =
      """
      SELECT trusted_at, until
        FROM trusted_device
       WHERE application_id = $1 AND entity_type = $2 AND record_uuid = $3 AND device_hash = $4
         AND until > $5
      """;
  private static final String END =
      """
      DELETE FROM trusted_device
       WHERE application_id = $1 AND entity_type = $2 AND record_uuid = $3 AND trusted_at <= $4
      """;
  private static final String FORGET =
      """
      DELETE FROM trusted_device
       WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM trusted_device WHERE until < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))
      """;

  /** Trusts a device for a code that was accepted since an instant; false when there is none. */
  Uni<Boolean> trust(Tx tx, String applicationId, Trust trust) {
    Tuple values =
        Tuple.of(applicationId, trust.entityType(), trust.recordUuid(), trust.challenge())
            .addValue(Buffer.buffer(trust.device()))
            .addOffsetDateTime(at(trust.now()))
            .addOffsetDateTime(at(trust.provedSince()))
            .addOffsetDateTime(at(trust.until()));
    return tx.connection().preparedQuery(TRUST).execute(values).map(rows -> rows.size() == 1);
  }

  /** When a device was trusted and until when it is. */
  Uni<Optional<Trusted>> find(
      Tx tx, String applicationId, String entityType, UUID record, byte[] device, Instant now) {
    Tuple values = Tuple.of(applicationId, entityType, record, Buffer.buffer(device), at(now));
    return tx.connection()
        .preparedQuery(FIND)
        .execute(values)
        .map(rows -> Rows.first(rows).map(Trusted::from));
  }

  Uni<Integer> end(Tx tx, EndedProof ended) {
    return tx.connection()
        .preparedQuery(END)
        .execute(
            Tuple.of(
                ended.applicationId(), ended.entityType(), ended.recordUuid(), at(ended.until())))
        .map(RowSet::rowCount);
  }

  Uni<Integer> forget(Tx tx, Instant now, int batch) {
    return tx.connection()
        .preparedQuery(FORGET)
        .execute(Tuple.of(at(now), batch))
        .map(RowSet::rowCount);
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  /** A device that shall be trusted, and the challenge that was met on it. */
  record Trust(
      String entityType,
      UUID recordUuid,
      UUID challenge,
      byte[] device,
      Instant provedSince,
      Instant now,
      Instant until) {}

  /** A device that is trusted. */
  record Trusted(Instant since, Instant until) {
    static Trusted from(Row row) {
      return new Trusted(
          row.getOffsetDateTime("trusted_at").toInstant(),
          row.getOffsetDateTime("until").toInstant());
    }
  }
}
