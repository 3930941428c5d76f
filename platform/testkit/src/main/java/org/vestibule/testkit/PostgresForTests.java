package org.vestibule.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.vestibule.testkit.postgres.EmbeddedPostgresServer;
import org.vestibule.testkit.postgres.PostgresAddress;
import org.vestibule.testkit.postgres.PostgresOptions;
import org.vestibule.testkit.postgres.ServiceSchemas;
import org.vestibule.testkit.process.Ports;
import org.vestibule.testkit.process.Signal;
import org.vestibule.testkit.service.StackSecrets;

/** One PostgreSQL server per test run, and a fresh database for whoever asks. */
public final class PostgresForTests {
  private PostgresForTests() {}

  /** The server; the first caller starts it. */
  public static PostgresAddress server() {
    String port = SharedValues.once("postgres", PostgresForTests::start);
    return new PostgresAddress(Integer.parseInt(port), superuserPassword());
  }

  /** A new database with the empty schemas of all services, seen by one of them. */
  public static TestDatabase emptyDatabase(String service) {
    TestDatabase database = describe("test_" + suffix(), service);
    create(database);
    return database;
  }

  /**
   * A new database with the migrations of the locations applied in the schema of the service. They
   * run once; every further call clones the result.
   */
  public static TestDatabase migratedDatabase(String service, String... locations) {
    String key = "template." + service + "." + String.join(",", locations);
    String template = SharedValues.once(key, () -> migrateTemplate(service, locations));
    TestDatabase database = describe("test_" + suffix(), service);
    execute(database.server(), "CREATE DATABASE " + database.name() + " TEMPLATE " + template);
    return database;
  }

  /** {@link #migratedDatabase} with the migrations that a service runs at its start. */
  public static TestDatabase migratedDatabase(String service) {
    return migratedDatabase(service, "classpath:db/platform", "classpath:db/migration");
  }

  private static String migrateTemplate(String service, String... locations) {
    TestDatabase template = describe("template_" + suffix(), service);
    create(template);
    Flyway.configure(Thread.currentThread().getContextClassLoader())
        .dataSource(template.jdbcUrl(), template.user(), template.password())
        .locations(locations)
        .load()
        .migrate();
    return template.name();
  }

  private static TestDatabase describe(String name, String service) {
    String password = TestConfig.secrets().databasePassword(service);
    return new TestDatabase(server(), name, service, password);
  }

  private static void create(TestDatabase database) {
    Map<String, String> passwords = new LinkedHashMap<>();
    for (String service : StackSecrets.SERVICES) {
      passwords.put(service, TestConfig.secrets().databasePassword(service));
    }
    try {
      ServiceSchemas.create(database.server(), database.name(), passwords);
    } catch (SQLException failure) {
      throw new IllegalStateException("the test database could not be made", failure);
    }
  }

  private static String start() {
    try {
      Path folder = Files.createTempDirectory("vestibule-postgres-");
      EmbeddedPostgresServer server =
          EmbeddedPostgresServer.start(
              PostgresOptions.forTests(folder, Ports.free(), superuserPassword()));
      Watchdog.start(server.process().pid(), Signal.INT, folder);
      return Integer.toString(server.port());
    } catch (IOException failure) {
      throw new UncheckedIOException("no temporary folder", failure);
    }
  }

  private static String superuserPassword() {
    return TestConfig.secrets().databasePassword("postgres");
  }

  private static void execute(PostgresAddress server, String sql) {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(sql + " failed", failure);
    }
  }

  private static String suffix() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
