package org.vestibule.entity.record;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.type.AttributeIndex;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.sql.Columns;
import org.vestibule.platform.sql.Tx;

/** SQL of the values that are unique below plurals. */
@Singleton
public class UniqueValueRepository {
  // Sorted, so that two records that share several values cannot wait for each other.
  private static final String INSERT =
      """
      INSERT INTO unique_value (type_id, attribute_id, value_key, record_id, element_id)
      SELECT $1, v.attribute_id,
             value_key(CASE WHEN v.folds THEN fold(v.value) ELSE v.value END),
             v.record_id, v.element_id
        FROM unnest($2::integer[], $3::text[], $4::boolean[], $5::bigint[], $6::bigint[])
          AS v (attribute_id, value, folds, record_id, element_id)
       ORDER BY 2, 3
      ON CONFLICT (type_id, attribute_id, value_key) DO NOTHING
      RETURNING attribute_id, element_id
      """;
  private static final String GIVEN =
      """
      (SELECT v.record_id, v.attribute_id, v.element_id,
              value_key(CASE WHEN v.folds THEN fold(v.value) ELSE v.value END) AS value_key
         FROM unnest($2::bigint[], $3::integer[], $4::text[], $5::boolean[], $6::bigint[])
           AS v (record_id, attribute_id, value, folds, element_id)) AS given
      """;
  private static final String FILL =
      """
      INSERT INTO unique_value (type_id, attribute_id, value_key, record_id, element_id)
      SELECT $1, attribute_id, value_key, record_id, element_id
        FROM %s
       ORDER BY 2, 3
      ON CONFLICT (type_id, attribute_id, value_key) DO NOTHING
      """
          .formatted(GIVEN);
  private static final String IN_THE_WAY =
      """
      SELECT count(*)
        FROM %s
        JOIN unique_value AS stored
          ON stored.type_id = $1 AND stored.attribute_id = given.attribute_id
             AND stored.value_key = given.value_key
       WHERE (stored.record_id, stored.element_id) <> (given.record_id, given.element_id)
      """
          .formatted(GIVEN);
  private static final String DELETE =
      """
      DELETE FROM unique_value u
       USING unnest($3::integer[], $4::bigint[]) AS gone (attribute_id, element_id)
       WHERE u.type_id = $1 AND u.record_id = $2
         AND u.attribute_id = gone.attribute_id AND u.element_id = gone.element_id
      """;
  private static final String DELETE_ALL =
      "DELETE FROM unique_value WHERE type_id = $1 AND record_id = ANY ($2)";

  /** Claims values for a record; fails when one of them is taken. */
  Uni<Void> insert(
      Tx tx, String applicationId, EntityType type, long recordId, List<UniqueRow> rows) {
    return insert(
        tx, applicationId, type, rows.stream().map(row -> new Claim(recordId, row)).toList());
  }

  /** Claims values for several records; fails when one of them is taken. */
  Uni<Void> insert(Tx tx, String applicationId, EntityType type, List<Claim> claims) {
    type.table(applicationId);
    List<UniqueRow> rows = claims.stream().map(Claim::row).toList();
    Tuple values =
        Tuple.of(type.id(), Columns.of(rows, UniqueRow::attributeId, Integer[]::new))
            .addValue(Columns.of(rows, UniqueRow::value, String[]::new))
            .addValue(Columns.of(rows, UniqueRow::folds, Boolean[]::new))
            .addValue(Columns.of(claims, Claim::recordId, Long[]::new))
            .addValue(Columns.of(rows, UniqueRow::elementId, Long[]::new));
    return tx.connection()
        .preparedQuery(INSERT)
        .execute(values)
        .invoke(
            stored -> {
              Set<String> done = new TreeSet<>();
              stored.forEach(row -> done.add(key(row.getInteger(0), row.getLong(1))));
              requireAll(type, rows, done);
            })
        .replaceWithVoid();
  }

  /** Gives values of a record free. */
  Uni<Void> delete(
      Tx tx, String applicationId, EntityType type, long recordId, Collection<UniqueRow> rows) {
    type.table(applicationId);
    Tuple values =
        Tuple.of(type.id(), recordId)
            .addValue(Columns.of(rows, UniqueRow::attributeId, Integer[]::new))
            .addValue(Columns.of(rows, UniqueRow::elementId, Long[]::new));
    return tx.connection().preparedQuery(DELETE).execute(values).replaceWithVoid();
  }

  /** Gives all values of a record free. */
  Uni<Void> deleteAll(Tx tx, String applicationId, EntityType type, long recordId) {
    return deleteAll(tx, applicationId, type, List.of(recordId));
  }

  /** Gives all values of several records free. */
  Uni<Void> deleteAll(Tx tx, String applicationId, EntityType type, List<Long> recordIds) {
    type.table(applicationId);
    return tx.connection()
        .preparedQuery(DELETE_ALL)
        .execute(Tuple.of(type.id(), recordIds.toArray(Long[]::new)))
        .replaceWithVoid();
  }

  /** Stores values that records already have; how many of them others have too. */
  Uni<Long> fill(Tx tx, String applicationId, EntityType type, List<Claim> claims) {
    type.table(applicationId);
    Tuple values =
        Tuple.of(type.id())
            .addValue(Columns.of(claims, Claim::recordId, Long[]::new))
            .addValue(Columns.of(claims, it -> it.row().attributeId(), Integer[]::new))
            .addValue(Columns.of(claims, it -> it.row().value(), String[]::new))
            .addValue(Columns.of(claims, it -> it.row().folds(), Boolean[]::new))
            .addValue(Columns.of(claims, it -> it.row().elementId(), Long[]::new));
    return tx.connection()
        .preparedQuery(FILL)
        .execute(values)
        .chain(() -> tx.connection().preparedQuery(IN_THE_WAY).execute(values))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  private static void requireAll(EntityType type, List<UniqueRow> rows, Set<String> done) {
    rows.stream()
        .filter(row -> !done.contains(key(row.attributeId(), row.elementId())))
        .findFirst()
        .ifPresent(
            taken -> {
              throw Violations.duplicate(pathOf(type, taken));
            });
  }

  private static String pathOf(EntityType type, UniqueRow row) {
    return type.indexes().stream()
        .filter(it -> it.attributeId() == row.attributeId())
        .map(AttributeIndex::path)
        .collect(Collectors.joining());
  }

  private static String key(int attributeId, long elementId) {
    return attributeId + "#" + elementId;
  }

  /** A value that a record claims. */
  record Claim(long recordId, UniqueRow row) {}
}
