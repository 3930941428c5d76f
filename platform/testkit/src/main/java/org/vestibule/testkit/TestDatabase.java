package org.vestibule.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.vestibule.testkit.postgres.PostgresAddress;
import org.vestibule.testkit.postgres.ServiceSchemas;

/** A database of one test class, seen with the role of one service. */
public record TestDatabase(PostgresAddress server, String name, String service, String password) {
  public String user() {
    return ServiceSchemas.role(service);
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return server.port();
  }

  /** The URL form of Vert.x clients. */
  public String url() {
    return server.url(name);
  }

  public String jdbcUrl() {
    return server.jdbcUrl(name);
  }

  /** A connection with the role of the service. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), user(), password);
  }

  /** A connection of the superuser. */
  public Connection connectAsSuperuser() throws SQLException {
    return server.connect(name);
  }
}
