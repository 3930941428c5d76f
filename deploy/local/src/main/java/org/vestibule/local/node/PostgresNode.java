package org.vestibule.local.node;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vestibule.local.host.DataFolder;
import org.vestibule.local.host.StackFailure;
import org.vestibule.testkit.postgres.EmbeddedPostgresServer;
import org.vestibule.testkit.postgres.PostgresAddress;
import org.vestibule.testkit.postgres.PostgresOptions;
import org.vestibule.testkit.postgres.ServiceSchemas;
import org.vestibule.testkit.process.ChildProcess;
import org.vestibule.testkit.service.StackSecrets;

/** The database server of the stack, with the schemas and roles of the services. */
public final class PostgresNode implements Node {
  public static final String NAME = "postgres";
  public static final String DATABASE = "vestibule";

  private final PostgresOptions options;
  private final StackSecrets secrets;
  private volatile EmbeddedPostgresServer server;

  public PostgresNode(DataFolder folder, int port, StackSecrets secrets) {
    this.secrets = secrets;
    this.options =
        new PostgresOptions(
            folder.at("postgres"),
            folder.log(NAME),
            port,
            true,
            secrets.databasePassword("postgres"));
  }

  public PostgresAddress address() {
    return new PostgresAddress(options.port(), options.superuserPassword());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String label() {
    return NAME;
  }

  @Override
  public int port() {
    return options.port();
  }

  @Override
  public Path log() {
    return options.log();
  }

  @Override
  public void start() {
    server = EmbeddedPostgresServer.launch(options);
    server.awaitReady();
    Map<String, String> passwords = new LinkedHashMap<>();
    StackSecrets.SERVICES.forEach(name -> passwords.put(name, secrets.databasePassword(name)));
    try {
      ServiceSchemas.create(address(), DATABASE, passwords);
    } catch (SQLException failure) {
      throw new StackFailure("The schemas could not be made: " + failure.getMessage(), failure);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  public boolean isHealthy() {
    return server != null && server.isReady();
  }

  @Override
  public Optional<ChildProcess> process() {
    return Optional.ofNullable(server).map(EmbeddedPostgresServer::process);
  }
}
