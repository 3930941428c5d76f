package org.vestibule.bench.row;

import java.sql.Connection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.vestibule.bench.load.JavaProgram;
import org.vestibule.bench.load.LoadRequest;
import org.vestibule.testkit.postgres.PostgresAddress;
import org.vestibule.testkit.process.Ports;

/** The plain handler in a process of its own, with its table. */
public final class PlainRowProgram implements AutoCloseable {
  private static final String SUPERUSER = "postgres";
  private static final long START_MILLISECONDS = 1_500;

  private final Process process;
  private final int port;

  private PlainRowProgram(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Makes the table through the connection and starts the handler on the same database. */
  public static PlainRowProgram start(
      Connection connection, PostgresAddress address, String database) throws Exception {
    PlainRows.create(connection);
    int port = Ports.free();
    Process process =
        JavaProgram.start(
            PlainRowServer.class,
            Integer.toString(port),
            address.url(database),
            SUPERUSER,
            address.superuserPassword());
    Thread.sleep(START_MILLISECONDS);
    return new PlainRowProgram(process, port);
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /** Reads of random rows. */
  public List<LoadRequest> requests(int count) {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.range(0, count).mapToObj(i -> request(random)).toList();
  }

  static LoadRequest request(SplittableRandom random) {
    return LoadRequest.get("/" + new UUID(0, 1 + random.nextInt(PlainRows.COUNT)));
  }

  /** What every right answer holds. */
  public List<String> marks() {
    return List.of("@example.com");
  }

  @Override
  public void close() {
    process.destroy();
  }
}
