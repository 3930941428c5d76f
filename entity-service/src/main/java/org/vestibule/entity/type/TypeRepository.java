package org.vestibule.entity.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.entity.access.AccessSchemas;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.SchemaJson;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of the catalogue of entity types. */
@Singleton
public class TypeRepository {
  private static final String FIND =
      """
      SELECT a.customer_id, a.number, t.id, t.version, t.definition::text,
             (SELECT coalesce(jsonb_agg(
                       jsonb_build_array(i.attribute_id, i.path, i.kind, i.state)), '[]')
                FROM attribute_index i
               WHERE i.type_id = t.id)::text,
             (SELECT coalesce(jsonb_object_agg(c.client_id, c.schemas), '{}')
                FROM (SELECT s.client_id, jsonb_object_agg(s.access_type, s.attributes) AS schemas
                        FROM access_schema s
                       WHERE s.type_id = t.id
                       GROUP BY s.client_id) c)::text,
             (SELECT coalesce(json_agg(json_build_object(
                       'uuid', p.uuid, 'kind', p.kind, 'attributes', p.attributes,
                       'description', p.description, 'definition', p.definition) ORDER BY p.seq), '[]')
                FROM type_property p
               WHERE p.type_id = t.id)::text,
             t.password_history, t.wanted_number, t.wanted::text
        FROM application a
        JOIN entity_type t ON t.application_id = a.id
       WHERE a.id = $1 AND t.name = $2
      """;
  private static final String INSERT_APPLICATION =
      """
      INSERT INTO application (id, customer_id)
      VALUES ($1, $2)
      ON CONFLICT (id) DO NOTHING
      RETURNING number
      """;
  private static final String NAMES =
      "SELECT name FROM entity_type WHERE application_id = $1 ORDER BY id";
  private static final String LOCK_APPLICATION =
      "SELECT customer_id FROM application WHERE id = $1 FOR UPDATE";
  private static final String DELETE_TYPE =
      "DELETE FROM entity_type WHERE application_id = $1 AND id = $2";
  private static final String INSERT_TYPE =
      """
      INSERT INTO entity_type (application_id, name, definition)
      VALUES ($1, $2, $3::text::json)
      RETURNING id
      """;
  private static final String INSERT_INDEX =
      """
      INSERT INTO attribute_index (type_id, attribute_id, path, kind)
      VALUES ($1, $2, $3, $4)
      """;

  /** A type of an application by name. */
  public Uni<Optional<EntityType>> find(Tx tx, String applicationId, String name) {
    return tx.connection()
        .preparedQuery(FIND)
        .execute(Tuple.of(applicationId, name))
        .map(rows -> Rows.first(rows).map(row -> type(applicationId, name, row)));
  }

  /** The names of an application's types, in the order of their creation. */
  Uni<List<String>> names(Tx tx, String applicationId) {
    return tx.connection()
        .preparedQuery(NAMES)
        .execute(Tuple.of(applicationId))
        .map(rows -> Rows.list(rows, row -> row.getString(0)));
  }

  /**
   * The customer of an application that is known here; nobody else makes types of it until the end
   * of the transaction.
   */
  Uni<Optional<UUID>> lockApplication(Tx tx, String applicationId) {
    return tx.connection()
        .preparedQuery(LOCK_APPLICATION)
        .execute(Tuple.of(applicationId))
        .map(rows -> Rows.first(rows).map(row -> row.getUUID(0)));
  }

  /** Removes a type with the table of its records. */
  Uni<Void> deleteType(Tx tx, String applicationId, EntityType type) {
    return tx.connection()
        .preparedQuery(DELETE_TYPE)
        .execute(Tuple.of(applicationId, type.id()))
        .chain(() -> run(tx, dropped(applicationId, type)));
  }

  private static List<String> dropped(String applicationId, EntityType type) {
    String tables = type.versionTable(applicationId) + ", " + type.table(applicationId);
    return List.of("DROP TABLE " + tables);
  }

  /** The number of a new application, or nothing when it is already known. */
  Uni<Optional<Long>> insertApplication(Tx tx, String applicationId, UUID customerId) {
    return tx.connection()
        .preparedQuery(INSERT_APPLICATION)
        .execute(Tuple.of(applicationId, customerId))
        .map(rows -> Rows.first(rows).map(row -> row.getLong(0)));
  }

  /** Makes the sequence of the ids of an application's records. */
  Uni<Void> createSequence(Tx tx, String applicationId, long number) {
    return run(tx, List.of("CREATE SEQUENCE " + RecordTable.sequence(number)));
  }

  /** Stores a type and makes the table of its records. */
  Uni<Void> insertType(Tx tx, String applicationId, String name, Schema schema) {
    List<AttributeIndex> indexes = IndexPlan.of(schema, List.of());
    String definition = Json.write(SchemaJson.stored(schema));
    return tx.connection()
        .preparedQuery(INSERT_TYPE)
        .execute(Tuple.of(applicationId, name, definition))
        .map(rows -> rows.iterator().next().getLong(0))
        .call(id -> insertIndexes(tx, id, indexes))
        .chain(id -> run(tx, RecordTable.definition(id, indexes)));
  }

  private static Uni<Void> insertIndexes(Tx tx, long typeId, List<AttributeIndex> indexes) {
    List<Tuple> rows =
        indexes.stream()
            .map(it -> Tuple.of(typeId, it.attributeId(), it.path(), it.kind().column()))
            .toList();
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : tx.connection().preparedQuery(INSERT_INDEX).executeBatch(rows).replaceWithVoid();
  }

  private static Uni<Void> run(Tx tx, List<String> definitions) {
    SqlConnection connection = tx.connection();
    return connection.query(String.join(";\n", definitions)).execute().replaceWithVoid();
  }

  private static EntityType type(String applicationId, String name, Row row) {
    Schema schema = SchemaJson.read(Json.parse(row.getString(4)));
    return new EntityType(
        applicationId,
        row.getUUID(0),
        row.getLong(1),
        row.getLong(2),
        name,
        row.getInteger(3),
        schema,
        CatalogueRows.indexes(schema, Json.parse(row.getString(5))),
        new AccessSchemas((ObjectNode) Json.parse(row.getString(6))),
        TypeTerms.of(
                schema, CatalogueRows.properties(Json.parse(row.getString(7))), row.getInteger(8))
            .tightened(tightening(schema, row)));
  }

  private static Tightening tightening(Schema schema, Row row) {
    String wanted = row.getString(10);
    return new Tightening(
        row.getInteger(9), wanted == null ? schema : SchemaJson.read(Json.parse(wanted)));
  }
}
