package org.vestibule.config.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.sql.Tx;

@Singleton
class AuditRepository {
  private static final String BEFORE =
      """
      SELECT *
        FROM audit_record
       WHERE application_id = ?1
         AND (created_at, id) < (SELECT created_at, id
                                   FROM audit_record
                                  WHERE application_id = ?1 AND id = ?2)
       ORDER BY created_at DESC, id DESC
       LIMIT ?3
      """;
  private static final String DELETE_OLD =
      """
      DELETE FROM audit_record
       WHERE id IN (
         SELECT id
           FROM audit_record
          WHERE created_at < $1
          ORDER BY created_at
          LIMIT $2
            FOR UPDATE SKIP LOCKED)
      """;

  Uni<Void> insert(Tx tx, AuditRecord row) {
    return tx.session().persist(row).call(tx.session()::flush);
  }

  /** The newest records of an application. */
  Uni<List<AuditRecord>> newest(Tx tx, String applicationId, int limit) {
    return tx.session()
        .createQuery(
            "from AuditRecord where applicationId = ?1 order by createdAt desc, id desc",
            AuditRecord.class)
        .setParameter(1, applicationId)
        .setMaxResults(limit)
        .getResultList();
  }

  /** The records before one of the application's own; none when it has no such record. */
  Uni<List<AuditRecord>> before(Tx tx, String applicationId, UUID id, int limit) {
    return tx.session()
        .createNativeQuery(BEFORE, AuditRecord.class)
        .setParameter(1, applicationId)
        .setParameter(2, id)
        .setParameter(3, limit)
        .getResultList();
  }

  /** Removes a batch of the oldest records of all applications; how many they were. */
  Uni<Integer> deleteOld(Tx tx, Instant before, int batch) {
    return tx.connection()
        .preparedQuery(DELETE_OLD)
        .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), batch))
        .map(SqlResult::rowCount);
  }
}
