package org.vestibule.bench.keycloak;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.vestibule.local.stack.LocalStack;
import org.vestibule.testkit.postgres.PostgresAddress;
import org.vestibule.testkit.service.RandomText;

/** A database for Keycloak in the server of the stack, with a role that owns it. */
record KeycloakDatabase(PostgresAddress server, String password) {
  static final String NAME = "keycloak";

  static KeycloakDatabase create(LocalStack stack) throws SQLException {
    URI url = URI.create(stack.demo().getString("postgres_url"));
    PostgresAddress server =
        new PostgresAddress(url.getPort(), stack.secrets().databasePassword("postgres"));
    String password = RandomText.token();
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
      statement.execute(
          "CREATE DATABASE "
              + NAME
              + " OWNER "
              + NAME
              + " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
    }
    return new KeycloakDatabase(server, password);
  }
}
