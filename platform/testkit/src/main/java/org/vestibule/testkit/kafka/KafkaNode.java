package org.vestibule.testkit.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.tools.StorageTool;

/** The main class of the broker's process: formats an empty data folder, then runs Kafka. */
public final class KafkaNode {
  private KafkaNode() {}

  /** Takes the properties file and the cluster id. */
  public static void main(String[] arguments) {
    Path properties = Path.of(arguments[0]);
    if (!Files.exists(properties.resolveSibling("log").resolve("meta.properties"))) {
      format(properties, arguments[1]);
    }
    kafka.Kafka.main(new String[] {properties.toString()});
  }

  private static void format(Path properties, String clusterId) {
    String[] format = {
      "format", "--ignore-formatted", "--config", properties.toString(), "--cluster-id", clusterId
    };
    int status = StorageTool.execute(format, System.err);
    if (status != 0) {
      Runtime.getRuntime().exit(status);
    }
  }
}
