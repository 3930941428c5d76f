package org.vestibule.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgresForTestsTest {
  @Test
  void database_whenCreated_thenFoldsWithUnicodeRules() throws SQLException {
    TestDatabase database = PostgresForTests.emptyDatabase("entity");
    assertThat(query(database, "SELECT lower(normalize('ÀB', NFKC) COLLATE \"und-x-icu\")"))
        .isEqualTo("àb");
    assertThat(query(database, "SHOW server_encoding")).isEqualTo("UTF8");
    assertThat(
            query(
                database, "SELECT datcollate FROM pg_database WHERE datname = current_database()"))
        .isEqualTo("C");
  }

  @Test
  void role_whenItConnects_thenItsSchemaIsCurrentAndOthersAreClosed() throws SQLException {
    TestDatabase database = PostgresForTests.emptyDatabase("entity");
    assertThat(query(database, "SELECT current_schema()")).isEqualTo("entity");
    assertThat(query(database, "SHOW statement_timeout")).isEqualTo("30s");
    assertThat(query(database, "SELECT has_schema_privilege('auth', 'USAGE')::text"))
        .isEqualTo("false");
  }

  @Test
  void migratedDatabase_whenAskedTwice_thenBothAreSeparateClones() throws SQLException {
    TestDatabase first = PostgresForTests.migratedDatabase("auth", "classpath:testkit/migration");
    TestDatabase second = PostgresForTests.migratedDatabase("auth", "classpath:testkit/migration");
    try (Connection connection = first.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO sample VALUES (7)");
    }
    assertThat(query(first, "SELECT count(*) FROM sample")).isEqualTo("1");
    assertThat(query(second, "SELECT count(*) FROM sample")).isEqualTo("0");
    assertThat(first.port()).isEqualTo(second.port());
  }

  private static String query(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
