package org.vestibule.config.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.document.WireDocument;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.PostgresForTests;
import org.vestibule.testkit.TestDatabase;

/** Flows that were stored as whole documents become parts, version by version. */
class FlowPartsMigrationTest {
  private static final String BEFORE = "202611211012";
  private static final String APPLICATION = "k3m9d2x7q8w5r1t6y4u0p3s8fa";
  private static final String DOCUMENT =
      """
      {"name":"shop","version":"%1$s","schemas":["user"],"userData":["email"],
       "authProfileData":["name"],
       "fields":{"b":{"type":"text","schemaId":"email","label":{"key":"k1"}},
                 "a":{"type":"form","action":"verifyEmail","fields":["b"]}},
       "schema_info":{"paths":{"b":"email"}},
       "screens":{"s":{"modal":true,"hasUserData":false}},
       "mailTemplates":{"en-US":{"m":{"subject":"%2$s","text":"t","html":"h"}}},
       "2faMessages":{"en-US":{"f":{"sms":"s"}}},
       "translations":{"en-US":{"k2":"Two","k1":"One"},"de-DE":{"k2":"Zwei","k1":"Eins"}}}
      """;

  private final TestDatabase database = PostgresForTests.emptyDatabase("config");

  @Test
  void documents_becomeParts() throws SQLException {
    migrate(MigrationVersion.fromVersion(BEFORE));
    try (Connection connection = database.connect()) {
      insertOld(connection);

      migrate(MigrationVersion.LATEST);

      assertThat(document(connection, 1, "v1"))
          .isEqualTo(Json.parse(DOCUMENT.formatted("v1", "old")));
      ObjectNode head = document(connection, 2, "v2");
      assertThat(head).isEqualTo(Json.parse(DOCUMENT.formatted("v2", "new")));
      assertThat(head.path("fields").fieldNames().next()).isEqualTo("b");
      assertThat(
              text(
                  connection, "SELECT head_number || ' ' || head FROM flow WHERE name = ?", "shop"))
          .isEqualTo("2 v2");
    }
  }

  private static void insertOld(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute(
          "INSERT INTO customer VALUES ('9be1c0de-0000-4000-8000-000000000001', 'c', now())");
      sql.execute(
          "INSERT INTO application (id, customer_id, name, created_at)"
              + " SELECT '"
              + APPLICATION
              + "', id, 'a', now() FROM customer");
      sql.execute("INSERT INTO flow VALUES ('" + APPLICATION + "', 'shop', 'v2', now())");
    }
    insertVersion(connection, "v1", "old");
    insertVersion(connection, "v2", "new");
  }

  private static void insertVersion(Connection connection, String version, String subject)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO flow_version VALUES (?, 'shop', ?, 'c', ?, now())")) {
      insert.setString(1, APPLICATION);
      insert.setString(2, version);
      insert.setString(3, DOCUMENT.formatted(version, subject));
      insert.execute();
    }
  }

  private static ObjectNode document(Connection connection, int number, String version)
      throws SQLException {
    String parts =
        "SELECT json_agg(json_build_array(section, name, body) ORDER BY position)::text"
            + " FROM flow_part WHERE flow = ? AND since <= %1$d AND until > %1$d";
    FlowDocument read = FlowDocument.read(text(connection, parts.formatted(number), "shop"));
    return WireDocument.of("shop", version, read);
  }

  private static String text(Connection connection, String query, String parameter)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, parameter);
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
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
