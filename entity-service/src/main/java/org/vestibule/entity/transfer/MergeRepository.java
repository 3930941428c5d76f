package org.vestibule.entity.transfer;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vestibule.entity.problem.SqlStates;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.UniqueKey;

/**
 * Merges rows into a table of records when some of them may not be stored: of rows that share a
 * value the first is stored, and whoever is refused shares a value with one that is there.
 */
@Singleton
class MergeRepository {
  /** More only happens to a file that was made to keep us busy. */
  private static final int MOST_ROUNDS = 50;

  private static final String STAGING =
      """
      CREATE TEMP TABLE IF NOT EXISTS import_staging (
        id bigint, uuid uuid, created timestamptz, last_updated timestamptz,
        schema_version integer, doc jsonb, passwords jsonb
      ) ON COMMIT DELETE ROWS;
      TRUNCATE import_staging
      """;
  // Read in the order of writing: a table of this session alone without any index.
  private static final String MERGE =
      """
      INSERT INTO %1$s (%2$s)
      SELECT %2$s FROM import_staging WHERE id = ANY (?)
      ON CONFLICT DO NOTHING
      RETURNING id
      """;
  private static final String REMOVE = "DELETE FROM %s WHERE id = ANY (?)";
  private static final String TAKEN =
      """
      SELECT staged.id, CASE %s END
        FROM import_staging AS staged
       WHERE staged.id = ANY (?)
      """;
  private static final String TAKEN_ID =
      "WHEN EXISTS (SELECT FROM %1$s WHERE id = staged.id) THEN '/id'"
          + " WHEN EXISTS (SELECT FROM %1$s WHERE uuid = staged.uuid) THEN '/uuid'";
  private static final String TAKEN_VALUE =
      " WHEN EXISTS (SELECT FROM %1$s WHERE (%2$s) = (SELECT %2$s FROM (SELECT staged.doc) AS it (doc)))"
          + " THEN '%3$s'";

  /** In the order in which they were copied. */
  private static final String REPEATED =
      """
      SELECT id, '%2$s'
        FROM (SELECT id, row_number() OVER (PARTITION BY %1$s ORDER BY ctid) AS number
                FROM import_staging
               WHERE id = ANY (?) AND (%1$s) IS NOT NULL) AS numbered
       WHERE number > 1
      """;

  private final CopyRepository copies;
  private final ClaimRepository claims;

  /** Takes the ways of rows into a table. */
  MergeRepository(CopyRepository copies, ClaimRepository claims) {
    this.copies = copies;
    this.claims = claims;
  }

  /** Stores what can be stored and refuses the rest. */
  void merge(Connection connection, String applicationId, EntityType type, CopyChunk chunk)
      throws SQLException {
    stage(connection, chunk);
    Merge merge = new Merge(connection, type, type.table(applicationId), chunk);
    Set<Long> pending = new LinkedHashSet<>(chunk.ids());
    for (int i = 0; i < MOST_ROUNDS && !pending.isEmpty(); i++) {
      pending = round(merge, pending);
    }
    pending.forEach(id -> chunk.refuse(id, "/"));
  }

  private void stage(Connection connection, CopyChunk chunk) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(STAGING);
    }
    copies.into(connection, "import_staging", chunk);
  }

  /** Refuses what would be refused if nothing else was stored meanwhile, and stores nothing. */
  void rehearse(Connection connection, String applicationId, EntityType type, CopyChunk chunk)
      throws SQLException {
    stage(connection, chunk);
    Merge merge = new Merge(connection, type, type.table(applicationId), chunk);
    Set<Long> waiting = new LinkedHashSet<>(chunk.ids());
    Map<Long, String> taken = taken(merge, waiting);
    taken.putAll(claims.taken(connection, type, claimsOf(merge, waiting)));
    taken.forEach(chunk::refuse);
    waiting.removeAll(taken.keySet());
    Map<Long, String> repeated = repeated(merge, waiting);
    repeated.putAll(claims.repeated(connection, type, claimsOf(merge, waiting)));
    repeated.forEach(chunk::refuse);
  }

  /** The rows that share a value with one before them, with the path of the value. */
  private static Map<Long, String> repeated(Merge merge, Set<Long> rows) throws SQLException {
    Map<Long, String> paths =
        new HashMap<>(found(merge, REPEATED.formatted("uuid", "/uuid"), rows));
    for (UniqueKey key : merge.type().uniqueKeys()) {
      paths.putAll(found(merge, REPEATED.formatted(key.expressions(), key.path()), rows));
    }
    return paths;
  }

  private record Merge(Connection connection, EntityType type, String table, CopyChunk chunk) {}

  /**
   * Stores some rows and refuses others, and returns those that were in the way of a row that is
   * gone itself. Each round settles the first row at least.
   */
  private Set<Long> round(Merge merge, Set<Long> rows) throws SQLException {
    Set<Long> waiting = new LinkedHashSet<>(rows);
    Set<Long> inserted = inserted(merge, rows);
    Map<Long, String> reasons = unclaimed(merge, inserted);
    inserted.removeAll(reasons.keySet());
    waiting.removeAll(inserted);
    waiting.removeIf(merge.chunk()::isRefused);
    Map<Long, String> taken = taken(merge, waiting);
    taken.putAll(claims.taken(merge.connection(), merge.type(), claimsOf(merge, waiting)));
    taken.forEach(merge.chunk()::refuse);
    waiting.removeAll(taken.keySet());
    if (waiting.size() == rows.size()) {
      refuseFirst(merge, waiting, reasons);
    }
    return waiting;
  }

  /** Nothing that is stored and no row before it is in its way, so it is so itself. */
  private static void refuseFirst(Merge merge, Set<Long> waiting, Map<Long, String> reasons) {
    long first = waiting.iterator().next();
    merge.chunk().refuse(first, reasons.getOrDefault(first, "/"));
    waiting.remove(first);
  }

  private static Set<Long> inserted(Merge merge, Set<Long> rows) throws SQLException {
    Optional<Set<Long>> together = tried(merge, rows);
    if (together.isPresent()) {
      return together.get();
    }
    Set<Long> done = new TreeSet<>();
    for (long row : List.copyOf(rows)) {
      tried(merge, Set.of(row))
          .ifPresentOrElse(done::addAll, () -> merge.chunk().refuseTooLong(row));
    }
    return done;
  }

  /** Empty when a value of some row cannot be stored, and then none is. */
  private static Optional<Set<Long>> tried(Merge merge, Set<Long> rows) throws SQLException {
    Savepoint before = merge.connection().setSavepoint();
    try {
      Set<Long> done = insert(merge, rows);
      merge.connection().releaseSavepoint(before);
      return Optional.of(done);
    } catch (SQLException failure) {
      if (!SqlStates.isAboutValues(failure.getSQLState())) {
        throw failure;
      }
      merge.connection().rollback(before);
      return Optional.empty();
    }
  }

  private static Set<Long> insert(Merge merge, Set<Long> rows) throws SQLException {
    Set<Long> done = new TreeSet<>();
    String query = MERGE.formatted(merge.table(), CopyChunk.COLUMNS);
    try (PreparedStatement statement = merge.connection().prepareStatement(query)) {
      statement.setArray(1, array(merge, rows));
      try (ResultSet ids = statement.executeQuery()) {
        while (ids.next()) {
          done.add(ids.getLong(1));
        }
      }
    }
    return done;
  }

  /** Takes the rows back whose values below plurals were refused, and tells which. */
  private Map<Long, String> unclaimed(Merge merge, Set<Long> inserted) throws SQLException {
    List<CopyChunk.Claim> wanted = claimsOf(merge, inserted);
    Map<Long, String> reasons = new HashMap<>();
    for (CopyChunk.Claim refused : claims.insert(merge.connection(), merge.type(), wanted)) {
      String path = ClaimRepository.path(merge.type(), refused.row().attributeId());
      reasons.put(refused.recordId(), path);
    }
    if (!reasons.isEmpty()) {
      remove(merge, reasons.keySet());
    }
    return reasons;
  }

  private void remove(Merge merge, Set<Long> rows) throws SQLException {
    claims.release(merge.connection(), merge.type(), rows);
    String query = REMOVE.formatted(merge.table());
    try (PreparedStatement statement = merge.connection().prepareStatement(query)) {
      statement.setArray(1, array(merge, rows));
      statement.executeUpdate();
    }
  }

  private static List<CopyChunk.Claim> claimsOf(Merge merge, Set<Long> rows) {
    return merge.chunk().claims().stream()
        .filter(it -> rows.contains(it.recordId()) && !merge.chunk().isRefused(it.recordId()))
        .toList();
  }

  /** The rows that stored ones are in the way of, with the path of the value. */
  private static Map<Long, String> taken(Merge merge, Set<Long> rows) throws SQLException {
    if (rows.isEmpty()) {
      return new HashMap<>();
    }
    return found(merge, TAKEN.formatted(conditions(merge)), rows);
  }

  /** What a query tells of rows: their ids, and the paths of values that are in their way. */
  private static Map<Long, String> found(Merge merge, String query, Set<Long> rows)
      throws SQLException {
    Map<Long, String> paths = new HashMap<>();
    try (PreparedStatement statement = merge.connection().prepareStatement(query)) {
      statement.setArray(1, array(merge, rows));
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          if (found.getString(2) != null) {
            paths.put(found.getLong(1), found.getString(2));
          }
        }
      }
    }
    return paths;
  }

  private static String conditions(Merge merge) {
    return TAKEN_ID.formatted(merge.table())
        + merge.type().uniqueKeys().stream()
            .map(it -> condition(merge.table(), it))
            .collect(Collectors.joining());
  }

  /** Names of attributes are letters, digits and underscores, their paths have slashes as well. */
  private static String condition(String table, UniqueKey key) {
    return TAKEN_VALUE.formatted(table, key.expressions(), key.path());
  }

  private static Array array(Merge merge, Collection<Long> ids) throws SQLException {
    return merge.connection().createArrayOf("bigint", ids.toArray());
  }
}
