package org.vestibule.bench.row;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The table of the plain handler: 100,000 invented profiles of about 1 KB. */
final class PlainRows {
  static final int COUNT = 100_000;
  private static final String TABLE =
      "CREATE TABLE plain_record (uuid uuid PRIMARY KEY, doc jsonb NOT NULL)";
  private static final String FILL =
      """
      INSERT INTO plain_record
      SELECT lpad(to_hex(n), 32, '0')::uuid,
             jsonb_build_object('email', 'p' || n || '@example.com', 'displayName', 'Person ' || n,
                                'aboutMe', repeat('x', 900))
        FROM generate_series(1, %d) AS n
      """;

  private PlainRows() {}

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
      statement.execute(FILL.formatted(COUNT));
      statement.execute("VACUUM ANALYZE plain_record");
    }
  }
}
