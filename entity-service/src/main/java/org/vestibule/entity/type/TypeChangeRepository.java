package org.vestibule.entity.type;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vestibule.entity.access.AccessSchemas;
import org.vestibule.entity.rule.TypeProperty;
import org.vestibule.entity.schema.SchemaJson;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.Tx;

/** SQL that changes entity types in the catalogue. */
@Singleton
class TypeChangeRepository {
  private static final String TRY_LOCK = "SELECT pg_try_advisory_lock($1)";
  private static final String UNLOCK = "SELECT pg_advisory_unlock($1)";
  private static final long LOCKS_OF_TYPES = 0x7E57_1BC0L << 32;
  private static final String UPDATE =
      """
      WITH before AS (
        SELECT id, definition, password_history, defined_at,
               definition::text <> $3 OR password_history <> $4 AS differs
          FROM entity_type
         WHERE application_id = $1 AND id = $2),
      kept AS (
        INSERT INTO type_version (type_id, since, until, definition, password_history)
        SELECT id, defined_at, now(), definition, password_history
          FROM before
         WHERE differs AND $6
        RETURNING type_id),
      dropped AS (
        DELETE FROM type_version
         WHERE type_id IN (SELECT type_id FROM kept)
           AND since <= (SELECT since FROM type_version
                          WHERE type_id = $2 ORDER BY since DESC OFFSET 999 LIMIT 1))
      UPDATE entity_type AS t
         SET definition = $3::text::json, password_history = $4, version = version + $5, wanted = NULL,
             defined_at = CASE WHEN before.differs THEN now() ELSE t.defined_at END
        FROM before
       WHERE t.id = before.id
      RETURNING t.version
      """;
  private static final String WITHDRAW =
      """
      UPDATE entity_type
         SET wanted = NULL
       WHERE application_id = $1 AND id = $2 AND wanted IS NOT NULL
      """;
  private static final String FINISH =
      """
      UPDATE attribute_index SET state = 'ready' WHERE type_id = $1 AND state = 'building'
      """;
  private static final String MOVE =
      "UPDATE attribute_index SET path = $3 WHERE type_id = $1 AND attribute_id = $2";
  private static final String CLEAR_PROPERTIES = "DELETE FROM type_property WHERE type_id = $1";
  private static final String INSERT_PROPERTY =
      """
      INSERT INTO type_property (uuid, type_id, kind, attributes, description, definition)
      VALUES ($1, $2, $3, $4, $5, $6::text::json)
      """;
  private static final String CLEAR_ACCESS = "DELETE FROM access_schema WHERE type_id = $1";
  private static final String INSERT_ACCESS =
      """
      INSERT INTO access_schema (type_id, client_id, access_type, attributes)
      VALUES ($1, $2, $3, $4)
      """;
  private static final String RETIRE =
      """
      INSERT INTO retired_key (type_id, path, version)
      VALUES ($1, $2, $3)
      ON CONFLICT (type_id, path) DO UPDATE SET version = excluded.version
      """;
  private static final String IS_RETIRED =
      "SELECT EXISTS (SELECT 1 FROM retired_key WHERE type_id = $1 AND path = $2)";
  private static final String SCHEDULE =
      """
      INSERT INTO schema_upkeep (type_id, version, not_before)
      VALUES ($1, $2, now() + interval '5 seconds')
      ON CONFLICT (type_id) DO UPDATE
         SET version = excluded.version, last_id = 0, not_before = excluded.not_before
      """;

  /** Keeps other changes of the type away until the connection unlocks it or ends. */
  Uni<Boolean> tryLock(Tx tx, String applicationId, EntityType type) {
    return ask(tx, TRY_LOCK, lockOf(applicationId, type));
  }

  Uni<Void> unlock(Tx tx, String applicationId, EntityType type) {
    return ask(tx, UNLOCK, lockOf(applicationId, type)).replaceWithVoid();
  }

  private static Tuple lockOf(String applicationId, EntityType type) {
    type.table(applicationId);
    return Tuple.of(LOCKS_OF_TYPES + type.id());
  }

  private static Uni<Boolean> ask(Tx tx, String query, Tuple values) {
    return tx.connection()
        .preparedQuery(query)
        .execute(values)
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /**
   * Stores the definition; the version after it.
   *
   * @param keeps whether the definition of before is kept
   */
  Uni<Integer> update(
      Tx tx, String applicationId, EntityType type, TypeState state, boolean keeps) {
    Tuple values =
        Tuple.of(applicationId, type.id())
            .addString(Json.write(SchemaJson.stored(state.schema())))
            .addInteger(state.passwordHistory())
            .addInteger(state.isReshaped() ? 1 : 0)
            .addBoolean(keeps);
    return tx.connection()
        .preparedQuery(UPDATE)
        .execute(values)
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  /** Takes back what writers were to keep beside the definition; whether there was something. */
  Uni<Boolean> withdraw(Tx tx, String applicationId, EntityType type) {
    return tx.connection()
        .preparedQuery(WITHDRAW)
        .execute(Tuple.of(applicationId, type.id()))
        .map(rows -> rows.rowCount() > 0);
  }

  /** Indexes that were built hold from now on. */
  Uni<Void> finishIndexes(Tx tx, String applicationId, EntityType type) {
    type.table(applicationId);
    return tx.connection().preparedQuery(FINISH).execute(Tuple.of(type.id())).replaceWithVoid();
  }

  /** Stores where the attributes of indexes are now. */
  Uni<Void> moveIndexes(
      Tx tx, String applicationId, EntityType type, Map<Integer, String> pathsByNumber) {
    type.table(applicationId);
    List<Tuple> rows = new ArrayList<>();
    pathsByNumber.forEach((number, path) -> rows.add(Tuple.of(type.id(), number, path)));
    return batch(tx, MOVE, rows);
  }

  /** Stores all properties anew, in their order. */
  Uni<Void> replaceProperties(
      Tx tx, String applicationId, EntityType type, List<TypeProperty> properties) {
    type.table(applicationId);
    List<Tuple> rows = properties.stream().map(it -> row(type, it)).toList();
    return tx.connection()
        .preparedQuery(CLEAR_PROPERTIES)
        .execute(Tuple.of(type.id()))
        .chain(() -> batch(tx, INSERT_PROPERTY, rows));
  }

  private static Tuple row(EntityType type, TypeProperty property) {
    return Tuple.of(property.uuid(), type.id(), property.kind().wireName())
        .addValue(property.attributes().toArray(String[]::new))
        .addString(property.description())
        .addString(property.definition() == null ? null : Json.write(property.definition()));
  }

  /** Stores all access schemas anew. */
  Uni<Void> replaceAccess(Tx tx, String applicationId, EntityType type, AccessSchemas access) {
    type.table(applicationId);
    List<Tuple> rows = new ArrayList<>();
    access
        .byClient()
        .properties()
        .forEach(
            client ->
                client
                    .getValue()
                    .properties()
                    .forEach(it -> rows.add(row(type, client.getKey(), it))));
    return tx.connection()
        .preparedQuery(CLEAR_ACCESS)
        .execute(Tuple.of(type.id()))
        .chain(() -> batch(tx, INSERT_ACCESS, rows));
  }

  private static Tuple row(EntityType type, String client, Map.Entry<String, JsonNode> schema) {
    List<String> paths = new ArrayList<>();
    schema.getValue().forEach(it -> paths.add(it.asText()));
    return Tuple.of(type.id(), client, schema.getKey()).addValue(paths.toArray(String[]::new));
  }

  /** Remembers that documents may still hold values under a stored name. */
  Uni<Void> retire(Tx tx, String applicationId, EntityType type, String path, int version) {
    type.table(applicationId);
    return tx.connection()
        .preparedQuery(RETIRE)
        .execute(Tuple.of(type.id(), path, version))
        .replaceWithVoid();
  }

  /** Whether documents may still hold values under a stored name. */
  Uni<Boolean> isRetired(Tx tx, String applicationId, EntityType type, String path) {
    type.table(applicationId);
    return ask(tx, IS_RETIRED, Tuple.of(type.id(), path));
  }

  /** Lets the rows be brought forward, once no replica can remember the schema of before. */
  Uni<Void> scheduleUpkeep(Tx tx, String applicationId, EntityType type, int version) {
    type.table(applicationId);
    return tx.connection()
        .preparedQuery(SCHEDULE)
        .execute(Tuple.of(type.id(), version))
        .replaceWithVoid();
  }

  private static Uni<Void> batch(Tx tx, String statement, List<Tuple> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : tx.connection().preparedQuery(statement).executeBatch(rows).replaceWithVoid();
  }
}
