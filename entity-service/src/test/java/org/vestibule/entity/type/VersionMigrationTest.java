package org.vestibule.entity.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.vestibule.testkit.PostgresForTests;
import org.vestibule.testkit.TestDatabase;

/** Types that were there before versions could be kept get a table for them too. */
class VersionMigrationTest {
  private static final String BEFORE = "202611220900";
  private final TestDatabase database = PostgresForTests.emptyDatabase("entity");

  @Test
  void tablesOfOldTypes_areMade() throws SQLException {
    migrate(MigrationVersion.fromVersion(BEFORE));
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement()) {
      sql.execute("INSERT INTO application (id, customer_id) VALUES ('a', gen_random_uuid())");
      sql.execute(
          "INSERT INTO entity_type (application_id, name, definition) VALUES ('a', 'user', '[]')");
      sql.execute("CREATE TABLE record_1 (id bigint PRIMARY KEY, doc jsonb NOT NULL)");
      sql.execute("INSERT INTO record_1 VALUES (7, '{}')");
      migrate(MigrationVersion.LATEST);
      sql.execute("INSERT INTO version_1 VALUES (7, now() - interval '1 day', now(), '{}')");
      sql.execute("DELETE FROM record_1");
      assertThat(number(sql, "SELECT count(*) FROM version_1")).isZero();
      assertThat(number(sql, "SELECT count(*) FROM entity_type WHERE defined_at <= now()"))
          .isEqualTo(1);
    }
  }

  private static int number(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private void migrate(MigrationVersion target) {
    Flyway.configure(Thread.currentThread().getContextClassLoader())
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:db/platform", "classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }
}
