package org.vestibule.testkit.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Makes the database of the services: one role per service that owns the schema of its name. */
public final class ServiceSchemas {
  private static final String CREATE_DATABASE =
      "CREATE DATABASE %s TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'";

  private ServiceSchemas() {}

  /** The role of a service. */
  public static String role(String service) {
    return "vestibule_" + service;
  }

  /** Makes database, roles and schemas that are not there yet; the passwords are set anew. */
  public static void create(
      PostgresAddress server, String database, Map<String, String> passwordByService)
      throws SQLException {
    try (Connection connection = server.connect("postgres")) {
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
        execute(connection, String.format(CREATE_DATABASE, database));
      }
      for (Map.Entry<String, String> entry : passwordByService.entrySet()) {
        createRole(connection, entry.getKey(), entry.getValue());
      }
    }
    try (Connection connection = server.connect(database)) {
      execute(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
      for (String service : passwordByService.keySet()) {
        createSchema(connection, service);
      }
    }
  }

  private static void createRole(Connection connection, String service, String password)
      throws SQLException {
    String role = role(service);
    if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
      execute(connection, "CREATE ROLE " + role + " LOGIN");
    }
    execute(connection, "ALTER ROLE " + role + " PASSWORD " + literal(password));
    execute(connection, "ALTER ROLE " + role + " SET search_path = " + service);
    execute(connection, "ALTER ROLE " + role + " SET statement_timeout = '30s'");
  }

  private static void createSchema(Connection connection, String service) throws SQLException {
    execute(
        connection, "CREATE SCHEMA IF NOT EXISTS " + service + " AUTHORIZATION " + role(service));
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
