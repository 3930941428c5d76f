package org.vestibule.entity.progress;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL that asks PostgreSQL how far it is; for all applications on purpose. */
@Singleton
class ProgressRepository {
  // The largest id stands for the number of rows: it is known at once.
  private static final String ONGOING =
      """
      SELECT t.application_id, t.name,
             'building the index on ' || i.path || ': ' || coalesce(p.phase, 'waiting'),
             CASE WHEN p.blocks_total > 0 THEN p.blocks_done ELSE coalesce(p.tuples_done, 0) END,
             CASE WHEN p.blocks_total > 0 THEN p.blocks_total ELSE coalesce(p.tuples_total, 0) END
        FROM attribute_index i
        JOIN entity_type t ON t.id = i.type_id
        LEFT JOIN pg_stat_progress_create_index p
          ON p.relid = to_regclass('record_' || i.type_id)
         AND p.index_relid = to_regclass('record_' || i.type_id || '_' || i.attribute_id)
       WHERE i.state = 'building'
      UNION ALL
      SELECT t.application_id, t.name,
             'bringing rows to version ' || u.version || ' of the schema',
             u.last_id, s.last_value
        FROM schema_upkeep u
        JOIN entity_type t ON t.id = u.type_id
        JOIN application a ON a.id = t.application_id
        JOIN pg_sequences s
          ON s.schemaname = current_schema() AND s.sequencename = 'record_id_' || a.number
       ORDER BY 1, 2, 3
      """;

  Uni<List<OngoingChange>> ongoing(Tx tx) {
    return tx.connection()
        .query(ONGOING)
        .execute()
        .map(rows -> Rows.list(rows, ProgressRepository::change));
  }

  private static OngoingChange change(Row row) {
    return new OngoingChange(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getLong(4) == null ? 0 : row.getLong(4));
  }
}
