package org.vestibule.bench.row;

import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import org.vestibule.bench.Scenario;
import org.vestibule.bench.load.Load;
import org.vestibule.bench.load.LoadResult;
import org.vestibule.local.host.ProcessFigures;
import org.vestibule.testkit.postgres.EmbeddedPostgresServer;
import org.vestibule.testkit.postgres.PostgresAddress;
import org.vestibule.testkit.postgres.PostgresOptions;
import org.vestibule.testkit.process.Ports;

/**
 * What the machine gives at most: a plain handler that reads one row, and the bare hash rate; later
 * scenarios are told as shares of them.
 */
public final class RowScenario implements Scenario {
  private static final int CONNECTIONS = 16;
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration MEASURED = Duration.ofSeconds(20);
  private static final String PASSWORD = "bench";

  @Override
  public String name() {
    return "row";
  }

  @Override
  public String purpose() {
    return "the plain one-row handler and the bare hash rate, what the others are compared with";
  }

  @Override
  public void run(Path project, Consumer<String> output) throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    output.accept(
        String.format(
            Locale.ROOT,
            "argon2id m=19456 t=2 p=1: %.1f hashes/s on %d threads",
            HashRate.perSecond(cores, Duration.ofSeconds(10)),
            cores));
    Path folder = Files.createTempDirectory("vestibule-bench-");
    EmbeddedPostgresServer postgres =
        EmbeddedPostgresServer.start(
            new PostgresOptions(
                folder.resolve("data"), folder.resolve("log"), Ports.free(), true, PASSWORD));
    PostgresAddress address = new PostgresAddress(postgres.port(), PASSWORD);
    try {
      measure(postgres, address, output);
    } finally {
      postgres.close();
    }
  }

  private static void measure(
      EmbeddedPostgresServer postgres, PostgresAddress address, Consumer<String> output)
      throws Exception {
    try (Connection connection = address.connect("postgres")) {
      PlainRows.create(connection);
    }
    int port = Ports.free();
    Process server = startServer(port, address);
    try {
      Thread.sleep(1_500);
      load(port, List.of(server.pid(), postgres.process().pid()), output);
    } finally {
      server.destroy();
    }
  }

  private static Process startServer(int port, PostgresAddress address) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            PlainRowServer.class.getName(),
            Integer.toString(port),
            address.url("postgres"),
            "postgres",
            PASSWORD)
        .inheritIO()
        .start();
  }

  private static void load(int port, List<Long> pids, Consumer<String> output)
      throws InterruptedException {
    SplittableRandom random = new SplittableRandom(1);
    long[] before = new long[1];
    try (Load load =
        new Load(CONNECTIONS, () -> request(port, random), body -> body.contains("@example.com"))) {
      LoadResult result =
          load.run(WARM_UP, MEASURED, () -> before[0] = processor(pids)).requireAllRight();
      long spent = processor(pids) - before[0];
      output.accept(
          String.format(
              Locale.ROOT,
              "plain row: %.0f requests/s, p50 %.2f ms, p99 %.2f ms, %.3f CPU ms/request",
              result.perSecond(),
              result.millisecondsAt(0.5),
              result.millisecondsAt(0.99),
              (double) spent / result.answers()));
    }
  }

  private static RequestOptions request(int port, SplittableRandom random) {
    UUID uuid = new UUID(0, 1 + random.nextInt(PlainRows.COUNT));
    return new RequestOptions().setHost("127.0.0.1").setPort(port).setURI("/" + uuid);
  }

  private static long processor(List<Long> pids) {
    return pids.stream().mapToLong(ProcessFigures::processorMilliseconds).sum();
  }
}
