package org.vestibule.testkit.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** Where a running PostgreSQL server listens and how its superuser signs in. */
public record PostgresAddress(int port, String superuserPassword) {
  /** A connection of the superuser to the database. */
  public Connection connect(String database) throws SQLException {
    return EmbeddedPostgresServer.connect(port, superuserPassword, database);
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** The URL form that Vert.x clients read. */
  public String url(String database) {
    return "postgresql://127.0.0.1:" + port + "/" + database;
  }
}
