package org.vestibule.entity.transfer;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.vestibule.entity.type.AttributeIndex;
import org.vestibule.entity.type.EntityType;

/** Claims values that are unique below plurals for many records at once. */
@Singleton
class ClaimRepository {
  /** The parameter behind those of the claims. */
  private static final int TYPE = 6;

  private static final String GIVEN =
      """
      SELECT v.position, v.attribute_id, v.record_id, v.element_id,
             value_key(CASE WHEN v.folds THEN fold(v.value) ELSE v.value END) AS value_key
        FROM unnest(?::integer[], ?::text[], ?::boolean[], ?::bigint[], ?::bigint[])
             WITH ORDINALITY AS v (attribute_id, value, folds, record_id, element_id, position)
      """;
  // Sorted, so that two writers cannot wait for each other; of equals the first one wins.
  private static final String INSERT =
      """
      WITH given AS MATERIALIZED (%s)
      INSERT INTO unique_value (type_id, attribute_id, value_key, record_id, element_id)
      SELECT ?, attribute_id, value_key, record_id, element_id
        FROM given
       ORDER BY attribute_id, value_key, position
      ON CONFLICT (type_id, attribute_id, value_key) DO NOTHING
      RETURNING attribute_id, record_id, element_id
      """
          .formatted(GIVEN);
  private static final String TAKEN =
      """
      SELECT given.record_id, given.attribute_id
        FROM (%s) AS given
        JOIN unique_value AS stored
          ON stored.type_id = ? AND stored.attribute_id = given.attribute_id
             AND stored.value_key = given.value_key
       WHERE stored.record_id <> given.record_id
      """
          .formatted(GIVEN);
  private static final String REPEATED =
      """
      SELECT record_id, attribute_id
        FROM (SELECT given.*,
                     row_number() OVER (PARTITION BY attribute_id, value_key ORDER BY position)
                       AS number
                FROM (%s) AS given) AS numbered
       WHERE number > 1
      """
          .formatted(GIVEN);
  private static final String RELEASE =
      "DELETE FROM unique_value WHERE type_id = ? AND record_id = ANY (?)";

  /** Claims values and tells which were refused. */
  Set<CopyChunk.Claim> insert(Connection connection, EntityType type, List<CopyChunk.Claim> claims)
      throws SQLException {
    if (claims.isEmpty()) {
      return Set.of();
    }
    Set<String> done = new HashSet<>();
    try (PreparedStatement statement = prepare(connection, INSERT, claims)) {
      statement.setLong(TYPE, type.id());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          done.add(key(rows.getInt(1), rows.getLong(2), rows.getLong(3)));
        }
      }
    }
    Set<CopyChunk.Claim> refused = new HashSet<>(claims);
    refused.removeIf(
        it -> done.contains(key(it.row().attributeId(), it.recordId(), it.row().elementId())));
    return refused;
  }

  /** The records that claim what others have, with the path of the value. */
  Map<Long, String> taken(Connection connection, EntityType type, List<CopyChunk.Claim> claims)
      throws SQLException {
    if (claims.isEmpty()) {
      return new HashMap<>();
    }
    try (PreparedStatement statement = prepare(connection, TAKEN, claims)) {
      statement.setLong(TYPE, type.id());
      return paths(statement, type);
    }
  }

  /** The records that claim what one before them claims, with the path of the value. */
  Map<Long, String> repeated(Connection connection, EntityType type, List<CopyChunk.Claim> claims)
      throws SQLException {
    if (claims.isEmpty()) {
      return new HashMap<>();
    }
    try (PreparedStatement statement = prepare(connection, REPEATED, claims)) {
      return paths(statement, type);
    }
  }

  private static Map<Long, String> paths(PreparedStatement statement, EntityType type)
      throws SQLException {
    Map<Long, String> paths = new HashMap<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        paths.putIfAbsent(rows.getLong(1), path(type, rows.getInt(2)));
      }
    }
    return paths;
  }

  /** Gives all values of records free. */
  void release(Connection connection, EntityType type, Collection<Long> records)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
      statement.setLong(1, type.id());
      statement.setArray(2, connection.createArrayOf("bigint", records.toArray()));
      statement.executeUpdate();
    }
  }

  static String path(EntityType type, int attributeId) {
    return type.indexes().stream()
        .filter(it -> it.attributeId() == attributeId)
        .map(AttributeIndex::path)
        .findFirst()
        .orElse("/");
  }

  private static PreparedStatement prepare(
      Connection connection, String query, List<CopyChunk.Claim> claims) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(query);
    setArray(statement, 1, "integer", claims, it -> it.row().attributeId());
    setArray(statement, 2, "text", claims, it -> it.row().value());
    setArray(statement, 3, "boolean", claims, it -> it.row().folds());
    setArray(statement, 4, "bigint", claims, CopyChunk.Claim::recordId);
    setArray(statement, 5, "bigint", claims, it -> it.row().elementId());
    return statement;
  }

  private static void setArray(
      PreparedStatement statement,
      int parameter,
      String type,
      List<CopyChunk.Claim> claims,
      Function<CopyChunk.Claim, Object> value)
      throws SQLException {
    Object[] values = claims.stream().map(value).toArray();
    statement.setArray(parameter, statement.getConnection().createArrayOf(type, values));
  }

  private static String key(int attributeId, long recordId, long elementId) {
    return attributeId + "#" + recordId + "#" + elementId;
  }
}
