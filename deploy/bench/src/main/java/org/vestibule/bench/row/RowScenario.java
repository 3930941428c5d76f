package org.vestibule.bench.row;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.SplittableRandom;
import org.vestibule.bench.Scenario;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.hash.BareHash;
import org.vestibule.bench.load.Load;
import org.vestibule.bench.load.LoadClient;
import org.vestibule.bench.load.LoadResult;
import org.vestibule.bench.load.LoadTarget;
import org.vestibule.local.host.ProcessFigures;
import org.vestibule.local.host.TemporaryFolder;
import org.vestibule.testkit.postgres.EmbeddedPostgresServer;
import org.vestibule.testkit.postgres.PostgresAddress;
import org.vestibule.testkit.postgres.PostgresOptions;
import org.vestibule.testkit.process.Ports;

/**
 * What the machine gives at most: a plain handler that reads one row, and the bare hash rate; the
 * other scenarios are told as shares of them.
 */
public final class RowScenario implements Scenario {
  private static final String PASSWORD = "bench";
  private static final String DATABASE = "postgres";

  @Override
  public String name() {
    return "row";
  }

  @Override
  public String purpose() {
    return "the plain one-row handler and the bare hash rate, what the others are compared with";
  }

  @Override
  public void run(Workbench bench) throws Exception {
    BareHash.measure().lines().forEach(bench.output());
    TemporaryFolder.use("vestibule-bench-", folder -> withDatabase(folder, bench));
  }

  private static LoadResult withDatabase(Path folder, Workbench bench) throws Exception {
    EmbeddedPostgresServer postgres =
        EmbeddedPostgresServer.start(
            new PostgresOptions(
                folder.resolve("data"), folder.resolve("log"), Ports.free(), true, PASSWORD));
    try {
      return withServer(postgres, bench);
    } finally {
      postgres.close();
    }
  }

  private static LoadResult withServer(EmbeddedPostgresServer postgres, Workbench bench)
      throws Exception {
    PostgresAddress address = new PostgresAddress(postgres.port(), PASSWORD);
    try (Connection connection = address.connect(DATABASE);
        PlainRowProgram plain = PlainRowProgram.start(connection, address, DATABASE)) {
      return load(plain, List.of(plain.pid(), postgres.process().pid()), bench);
    }
  }

  private static LoadResult load(PlainRowProgram plain, List<Long> pids, Workbench bench)
      throws InterruptedException {
    SplittableRandom random = new SplittableRandom(1);
    LoadTarget target = new LoadTarget("127.0.0.1", plain.port());
    long[] before = new long[1];
    try (LoadClient client = new LoadClient(target, bench.shape().connections())) {
      Load load = new Load(client, () -> PlainRowProgram.request(random), plain.marks());
      LoadResult result =
          load.run(
                  bench.shape().warmUp(),
                  bench.shape().measured(),
                  () -> before[0] = processor(pids))
              .requireAllRight();
      double spent = processor(pids) - before[0];
      bench.tell(
          "plain row: %.0f requests/s, p50 %.2f ms, p99 %.2f ms, %.3f CPU ms/request",
          result.perSecond(), result.p50(), result.p99(), spent / result.answers());
      return result;
    }
  }

  private static long processor(List<Long> pids) {
    return pids.stream().mapToLong(ProcessFigures::processorMilliseconds).sum();
  }
}
