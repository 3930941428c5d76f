package org.vestibule.e2e.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.vestibule.local.node.Service;
import org.vestibule.local.stack.LocalStack;
import org.vestibule.local.stack.StackOptions;

/**
 * The running stack that all journeys share: by default a fresh one with two replicas of auth- and
 * entity-service, or the one whose {@code demo.json} is named by {@code -Dvestibule.demo=PATH}.
 */
public final class Stack {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WAIT_FACTOR = "vestibule.webhook.delivery.wait-factor";
  private static Stack shared;
  private Optional<LocalStack> local;
  private JsonNode demo;
  private final Path folder;

  private Stack(Optional<LocalStack> local, JsonNode demo, Path folder) {
    this.local = local;
    this.demo = demo;
    this.folder = folder;
  }

  /** The stack; the first caller starts it. */
  public static synchronized Stack shared() {
    if (shared == null) {
      shared = open();
    }
    return shared;
  }

  private static Stack open() {
    String demo = System.getProperty("vestibule.demo");
    try {
      return demo == null
          ? startFresh()
          : new Stack(
              Optional.empty(), JSON.readTree(Path.of(demo).toFile()), Path.of(demo).getParent());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Stack startFresh() throws IOException {
    Path folder = Files.createTempDirectory("vestibule-e2e-");
    LocalStack started = start(folder, 0);
    return new Stack(Optional.of(started), JSON.readTree(started.demo().encode()), folder);
  }

  private static LocalStack start(Path folder, int port) {
    LocalStack started =
        LocalStack.start(
            StackOptions.in(projectRoot(), folder)
                .withPort(port)
                .withReplicas(Map.of(Service.AUTH, 2, Service.ENTITY, 2))
                .withSettings(Service.WEBHOOK, Map.of(WAIT_FACTOR, "0.02"))
                .withOutput(System.out::println));
    Runtime.getRuntime().addShutdownHook(new Thread(started::close));
    return started;
  }

  /** Ends a stack that was started here, and starts it again on the same data and port. */
  public synchronized void downAndUp() {
    LocalStack running = local.orElseThrow();
    running.close();
    local = Optional.of(start(folder, running.port()));
    try {
      demo = JSON.readTree(local.get().demo().encode());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The folder of the repository. */
  public static Path projectRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("deploy/helm"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** The stack's processes; only a stack that was started here can be killed. */
  public Optional<LocalStack> processes() {
    return local;
  }

  /** The folder that holds {@code demo.json} and {@code demo.env}. */
  public Path folder() {
    return folder;
  }

  /** The demo application. */
  public Tenant demo() {
    return new Tenant(demo);
  }

  /** The second application, of another customer. */
  public Tenant second() {
    return new Tenant(demo.get("second_application"));
  }

  /** A connection with the role of a service ({@code auth}), where the stack was started here. */
  public Optional<Connection> database(String service) {
    return local.map(it -> connect(service, it.secrets().databasePassword(service)));
  }

  private Connection connect(String service, String password) {
    String url = "jdbc:" + demo.get("postgres_url").asText();
    try {
      return DriverManager.getConnection(url, "vestibule_" + service, password);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The address of one replica of a service, past the gateway. */
  public String service(String name) {
    return demo.path("services").get(name).asText();
  }

  /** The Kafka brokers. */
  public String kafka() {
    return demo.get("kafka_bootstrap").asText();
  }
}
