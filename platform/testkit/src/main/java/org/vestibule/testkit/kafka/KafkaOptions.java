package org.vestibule.testkit.kafka;

import java.nio.file.Path;
import java.util.List;
import org.vestibule.testkit.process.Ports;

/**
 * How one Kafka broker runs: its data folder, its log, the port of clients and of the controller,
 * and the flags of its Java machine.
 */
public record KafkaOptions(
    Path data, Path log, int port, int controllerPort, List<String> machineFlags) {
  private static final List<String> SMALL_MACHINE =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  /** A broker for tests on free ports. */
  public static KafkaOptions forTests(Path folder) {
    return small(folder.resolve("data"), folder.resolve("kafka.log"), Ports.free(), Ports.free());
  }

  /** A broker with a small heap. */
  public static KafkaOptions small(Path data, Path log, int port, int controllerPort) {
    return new KafkaOptions(data, log, port, controllerPort, SMALL_MACHINE);
  }

  public String bootstrap() {
    return "127.0.0.1:" + port;
  }
}
