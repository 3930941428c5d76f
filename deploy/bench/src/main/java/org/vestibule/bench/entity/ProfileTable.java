package org.vestibule.bench.entity;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * The table behind the entity type, filled without the service: what is measured is reading, and
 * ten million records through an API take hours.
 */
final class ProfileTable {
  private static final String TABLE =
      """
      SELECT 'entity.record_' || t.id, 'entity.record_id_' || a.number
        FROM entity.entity_type t
        JOIN entity.application a ON a.id = t.application_id
       WHERE t.application_id = ? AND t.name = ?
      """;
  private static final String FILL =
      """
      INSERT INTO %1$s (id, uuid, created, last_updated, schema_version, doc)
      SELECT nextval('%2$s'), lpad(to_hex(n), 32, '0')::uuid,
             timestamptz '2020-01-01 00:00:00+00' + n * interval '1 second',
             timestamptz '2020-01-01 00:00:00+00' + n * interval '1 second',
             model.schema_version,
             model.doc || jsonb_build_object(
               'email', 'p' || n || '@example.com', 'givenName', 'Jo ' || n,
               'familyName', 'Example ' || n, 'city', 'City ' || n / %3$d, 'nickname', 'jo' || n %% 1000, 'visits', n %% 100)
        FROM generate_series(?::bigint, ?::bigint) AS n,
             (SELECT schema_version, doc FROM %1$s ORDER BY id LIMIT 1) AS model
      """;
  private static final int BATCH = 100_000;

  private final Connection connection;
  private final String table;
  private final String sequence;

  private ProfileTable(Connection connection, String table, String sequence) {
    this.connection = connection;
    this.table = table;
    this.sequence = sequence;
  }

  static ProfileTable of(Connection connection, String application, String type)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TABLE)) {
      statement.setString(1, application);
      statement.setString(2, type);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return new ProfileTable(connection, rows.getString(1), rows.getString(2));
      }
    }
  }

  /** The uuid of the profile of a number. */
  static UUID uuid(long number) {
    return new UUID(0, number);
  }

  /** Adds profiles 1 to {@code count} after the model that is there, and looks after the table. */
  void fill(long count, LongConsumer progress) throws SQLException {
    String fill = FILL.formatted(table, sequence, ProfileType.PER_CITY);
    try (PreparedStatement statement = connection.prepareStatement(fill)) {
      for (long first = 1; first <= count; first += BATCH) {
        long last = Math.min(first + BATCH - 1, count);
        statement.setLong(1, first);
        statement.setLong(2, last);
        statement.executeUpdate();
        progress.accept(last);
      }
    }
    execute("VACUUM ANALYZE " + table);
    execute("CHECKPOINT");
  }

  /** The seconds that PostgreSQL needs to copy all rows into an empty table like this one. */
  double copySeconds(Path file) throws SQLException {
    execute("COPY " + table + " TO '" + file + "' (FORMAT binary)");
    execute("CREATE TABLE public.bare (LIKE " + table + " INCLUDING ALL)");
    long began = System.nanoTime();
    execute("COPY public.bare FROM '" + file + "' (FORMAT binary)");
    return (System.nanoTime() - began) / 1e9;
  }

  long largestId() throws SQLException {
    return number("SELECT max(id) FROM " + table);
  }

  /** Kilobytes on disk with all indexes. */
  long kilobytes() throws SQLException {
    return number("SELECT pg_total_relation_size('" + table + "') / 1024");
  }

  /** Statements on the table that run at this moment. */
  long running() throws SQLException {
    return number(
        "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE"
            + " 'SELECT count(*)%"
            + table.substring(table.indexOf('.') + 1)
            + "%' AND pid <> pg_backend_pid()");
  }

  private long number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void execute(String statement) throws SQLException {
    try (Statement plain = connection.createStatement()) {
      plain.execute(statement);
    }
  }
}
