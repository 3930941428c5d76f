package org.vestibule.entity.transfer;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.record.ImportedRecord;
import org.vestibule.entity.type.EntityType;

/** What records need from PostgreSQL before their rows can be made. */
@Singleton
class SupplyRepository {
  private static final long SMALL_STEP = 100_000;
  private static final int MOST_AT_ONCE = 10_000;
  private static final String LAST = "SELECT last_value FROM %s";
  private static final String STEP = "SELECT max(nextval('%s')) FROM generate_series(1, ?)";
  // No id is given out while this lock is held, so that the sequence cannot go back.
  private static final String LOCK = "SET LOCAL lock_timeout = '5s'; ALTER SEQUENCE %s CACHE 1";
  private static final String MOVE = "SELECT setval('%1$s', greatest(last_value, ?)) FROM %1$s";
  private static final String IDS = "SELECT nextval('%s') FROM generate_series(1, ?)";
  private static final String TAKEN_ELEMENTS =
      "SELECT element_id FROM unique_value WHERE type_id = ? AND element_id = ANY (?)";
  private static final String FOLD = "SELECT t, fold(t) FROM unnest(?::text[]) AS t";

  /** Sees to it that no id up to this one is ever given out. Not undone by a roll-back. */
  void pass(Connection connection, String applicationId, EntityType type, long highest)
      throws SQLException {
    type.table(applicationId);
    long missing = highest - last(connection, type);
    if (missing >= SMALL_STEP) {
      leap(connection, type, highest);
    } else if (missing >= 0 && highest > 0) {
      number(connection, STEP.formatted(type.sequence()), missing + 1);
    }
  }

  private static long last(Connection connection, EntityType type) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(LAST.formatted(type.sequence()))) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void leap(Connection connection, EntityType type, long highest)
      throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(LOCK.formatted(type.sequence()));
      number(connection, MOVE.formatted(type.sequence()), highest);
      connection.commit();
    } catch (SQLException failure) {
      connection.rollback();
      throw failure;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static void number(Connection connection, String query, long parameter)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setLong(1, parameter);
      statement.executeQuery().close();
    }
  }

  /**
   * Refuses records whose elements bring ids that elements of other records have, as far as an
   * index tells: elements with a value that is unique.
   */
  void refuseTakenElements(Connection connection, EntityType type, List<ImportLine> lines)
      throws SQLException {
    Set<Long> given = new HashSet<>();
    lines.forEach(it -> given.addAll(it.record().elementIds().keySet()));
    Set<Long> taken = takenElements(connection, type, given);
    if (!taken.isEmpty()) {
      lines.forEach(line -> line.attempt(() -> requireFree(line.record(), taken)));
    }
  }

  private static void requireFree(ImportedRecord record, Set<Long> taken) {
    record.elementIds().entrySet().stream()
        .filter(it -> taken.contains(it.getKey()))
        .findFirst()
        .ifPresent(
            it -> {
              throw Violations.duplicate(it.getValue());
            });
  }

  private static Set<Long> takenElements(Connection connection, EntityType type, Set<Long> given)
      throws SQLException {
    Set<Long> taken = new HashSet<>();
    if (!given.isEmpty()) {
      try (PreparedStatement statement = connection.prepareStatement(TAKEN_ELEMENTS)) {
        statement.setLong(1, type.id());
        statement.setArray(2, connection.createArrayOf("bigint", given.toArray()));
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            taken.add(rows.getLong(1));
          }
        }
      }
    }
    return taken;
  }

  /** New ids in ascending order: some thousands at once, more of them when they are asked for. */
  Iterator<Long> ids(Connection connection, EntityType type, int count) {
    return new DrawnIds(connection, IDS.formatted(type.sequence()), count);
  }

  /** The forms in which texts are compared without regard to case. */
  Map<String, String> folded(Connection connection, Set<String> texts) throws SQLException {
    Map<String, String> folded = new HashMap<>();
    if (!texts.isEmpty()) {
      try (PreparedStatement statement = connection.prepareStatement(FOLD)) {
        statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            folded.put(rows.getString(1), rows.getString(2));
          }
        }
      }
    }
    return folded;
  }

  /** Draws ids when the ones before are used up. */
  private static final class DrawnIds implements Iterator<Long> {
    private final Connection connection;
    private final String query;
    private int left;
    private Iterator<Long> drawn = Collections.emptyIterator();

    DrawnIds(Connection connection, String query, int count) {
      this.connection = connection;
      this.query = query;
      this.left = count;
      drawMore();
    }

    @Override
    public boolean hasNext() {
      return left > 0 || drawn.hasNext();
    }

    @Override
    public Long next() {
      if (!drawn.hasNext()) {
        drawMore();
      }
      return drawn.next();
    }

    private void drawMore() {
      int count = Math.min(left, MOST_AT_ONCE);
      left -= count;
      drawn = count == 0 ? Collections.emptyIterator() : draw(count).iterator();
    }

    private List<Long> draw(int count) {
      List<Long> ids = new ArrayList<>(count);
      try (PreparedStatement statement = connection.prepareStatement(query)) {
        statement.setInt(1, count);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            ids.add(rows.getLong(1));
          }
        }
        return ids;
      } catch (SQLException failure) {
        throw new UncheckedIOException(new IOException("no ids", failure));
      }
    }
  }
}
