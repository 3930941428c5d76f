package org.vestibule.entity.type;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL that makes and removes indexes of record tables while these are in use. */
@Singleton
class IndexRepository {
  private static final String RESERVE =
      """
      INSERT INTO attribute_index (type_id, attribute_id, path, kind, state)
      SELECT $1, coalesce(max(attribute_id), 0) + 1, $2, $3, 'building'
        FROM attribute_index
       WHERE type_id = $1
      RETURNING attribute_id
      """;
  private static final String UNFINISHED =
      "SELECT attribute_id, kind FROM attribute_index WHERE type_id = $1 AND state = 'building'";
  private static final String FORGET =
      "DELETE FROM attribute_index WHERE type_id = $1 AND attribute_id = ANY ($2)";
  private static final String FORGET_VALUES =
      """
      DELETE FROM unique_value
       WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM unique_value WHERE type_id = $1 AND attribute_id = $2 LIMIT 5000))
      """;
  private static final String DUPLICATES =
      """
      SELECT coalesce(sum(same.records - 1), 0)::bigint
        FROM (SELECT count(*) AS records
                FROM %1$s
               WHERE num_nonnulls(%2$s) = %3$d
               GROUP BY %2$s
              HAVING count(*) > 1) same
      """;

  /** Gives an index its number; its name is not used before it is ready. */
  Uni<AttributeIndex> reserve(Tx tx, String applicationId, EntityType type, AttributeIndex index) {
    type.table(applicationId);
    return tx.connection()
        .preparedQuery(RESERVE)
        .execute(Tuple.of(type.id(), index.path(), index.kind().column()))
        .map(rows -> index.numbered(rows.iterator().next().getInteger(0)));
  }

  /** Makes the index of a table; outside a transaction. */
  Uni<Void> create(Tx tx, String applicationId, EntityType type, AttributeIndex index) {
    type.table(applicationId);
    return unlimited(tx, RecordTable.concurrently(type.id(), index)).replaceWithVoid();
  }

  /** Removes the index of a table, should there be one; outside a transaction. */
  Uni<Void> drop(Tx tx, String applicationId, EntityType type, int number) {
    type.table(applicationId);
    return unlimited(tx, RecordTable.removal(type.id(), number)).replaceWithVoid();
  }

  /** What takes long on a large table must not be ended by the time limit of ordinary calls. */
  private static Uni<RowSet<Row>> unlimited(Tx tx, String statement) {
    return tx.connection()
        .query("SET statement_timeout = 0")
        .execute()
        .chain(() -> tx.connection().query(statement).execute())
        .onTermination()
        .call(() -> tx.connection().query("RESET statement_timeout").execute());
  }

  /** How many records have values that an index wants to be unique and others have already. */
  Uni<Long> duplicates(Tx tx, String applicationId, EntityType type, AttributeIndex index) {
    String query =
        DUPLICATES.formatted(
            type.table(applicationId), RecordTable.expressions(index), index.parts().size());
    return unlimited(tx, query).map(rows -> rows.iterator().next().getLong(0));
  }

  /** Indexes that nobody finished. */
  Uni<List<IndexNumber>> unfinished(Tx tx, String applicationId, EntityType type) {
    type.table(applicationId);
    return tx.connection()
        .preparedQuery(UNFINISHED)
        .execute(Tuple.of(type.id()))
        .map(rows -> Rows.list(rows, IndexRepository::unfinished));
  }

  private static IndexNumber unfinished(Row row) {
    return new IndexNumber(row.getInteger(0), AttributeIndex.Kind.of(row.getString(1)));
  }

  /** Takes indexes out of the catalogue. */
  Uni<Void> forget(Tx tx, String applicationId, EntityType type, List<IndexNumber> gone) {
    type.table(applicationId);
    return tx.connection()
        .preparedQuery(FORGET)
        .execute(
            Tuple.of(type.id(), gone.stream().map(IndexNumber::number).toArray(Integer[]::new)))
        .replaceWithVoid();
  }

  /** Removes a batch of the rows of an index below a plural; how many they were. */
  Uni<Integer> forgetValues(Tx tx, String applicationId, EntityType type, int number) {
    type.table(applicationId);
    return tx.connection()
        .preparedQuery(FORGET_VALUES)
        .execute(Tuple.of(type.id(), number))
        .map(rows -> rows.rowCount());
  }
}
