package org.vestibule.testkit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.vestibule.testkit.process.ChildProcess;
import org.vestibule.testkit.process.ChildProcessException;
import org.vestibule.testkit.process.Signal;

/** A real PostgreSQL server, run as a child process from unpacked programs. */
public final class EmbeddedPostgresServer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final PostgresOptions options;
  private final ChildProcess process;

  private EmbeddedPostgresServer(PostgresOptions options, ChildProcess process) {
    this.options = options;
    this.process = process;
  }

  /** Makes the data folder when it is not there, starts the server and waits until it answers. */
  public static EmbeddedPostgresServer start(PostgresOptions options) {
    EmbeddedPostgresServer server = launch(options);
    server.awaitReady();
    return server;
  }

  /** Starts the server's process without waiting for it. */
  public static EmbeddedPostgresServer launch(PostgresOptions options) {
    UnprivilegedUser user = UnprivilegedUser.choose();
    Path programs = PostgresBinaries.home().resolve("bin");
    try {
      if (!Files.exists(options.data().resolve("PG_VERSION"))) {
        initialise(options, user, programs);
      }
      user.own(options.data());
    } catch (IOException failure) {
      throw new UncheckedIOException("the PostgreSQL data folder could not be made", failure);
    }
    return run(options, user, programs);
  }

  private static void initialise(PostgresOptions options, UnprivilegedUser user, Path programs)
      throws IOException {
    Files.createDirectories(options.data());
    Files.createDirectories(options.log().toAbsolutePath().getParent());
    user.own(options.data());
    Path password = Files.createTempFile("vestibule", ".password");
    try {
      Files.writeString(password, options.superuserPassword());
      user.own(password);
      requireSuccess(startInitdb(user, programs, password, options), options);
    } finally {
      Files.delete(password);
    }
  }

  private static Process startInitdb(
      UnprivilegedUser user, Path programs, Path password, PostgresOptions options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(programs.resolve("initdb").toString());
    command.addAll(List.of("-D", options.data().toAbsolutePath().toString(), "-U", "postgres"));
    command.addAll(List.of("--encoding=UTF8", "--locale=C", "--auth=scram-sha-256"));
    command.addAll(List.of("--no-instructions", "--pwfile=" + password));
    if (!options.durable()) {
      command.add("--no-sync");
    }
    return new ProcessBuilder(user.command(command))
        .directory(options.data().toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(options.log().toFile()))
        .start();
  }

  private static void requireSuccess(Process initdb, PostgresOptions options) {
    try {
      if (initdb.waitFor() != 0) {
        throw new ChildProcessException("initdb failed", ChildProcess.tail(options.log(), 20));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while PostgreSQL starts", interrupted);
    }
  }

  private static EmbeddedPostgresServer run(
      PostgresOptions options, UnprivilegedUser user, Path programs) {
    List<String> command = new ArrayList<>();
    command.add(programs.resolve("postgres").toString());
    command.addAll(List.of("-D", options.data().toAbsolutePath().toString()));
    settings(options).forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
    ChildProcess process =
        ChildProcess.start(
            "postgres", user.command(command), options.data(), options.log(), Map.of());
    return new EmbeddedPostgresServer(options, process);
  }

  /** Waits until the server accepts connections; kills it when it does not in time. */
  public void awaitReady() {
    try {
      process.await(START_LIMIT, "ready", this::isReady);
    } catch (RuntimeException failure) {
      process.kill();
      throw failure;
    }
  }

  private static Map<String, String> settings(PostgresOptions options) {
    Map<String, String> settings = new java.util.LinkedHashMap<>();
    settings.put("port", Integer.toString(options.port()));
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("unix_socket_directories", "");
    settings.put("max_connections", "200");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    settings.put("lc_messages", "C");
    String durable = options.durable() ? "on" : "off";
    settings.put("fsync", durable);
    settings.put("synchronous_commit", durable);
    settings.put("full_page_writes", durable);
    return settings;
  }

  /** A connection of the superuser to the database. */
  public Connection connect(String database) throws SQLException {
    return connect(options.port(), options.superuserPassword(), database);
  }

  static Connection connect(int port, String password, String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "10");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
  }

  /** True while the server accepts a connection. */
  public boolean isReady() {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(5);
    } catch (SQLException notYet) {
      return false;
    }
  }

  public int port() {
    return options.port();
  }

  public ChildProcess process() {
    return process;
  }

  public PostgresOptions options() {
    return options;
  }

  /** Ends all sessions and shuts the server down in order. */
  @Override
  public void close() {
    process.stop(Signal.INT, STOP_LIMIT);
  }
}
