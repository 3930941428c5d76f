package org.vestibule.testkit.kafka;

import kafka.tools.StorageTool;

/** The main class of the broker's process: formats an empty data folder, then runs Kafka. */
public final class KafkaNode {
  private KafkaNode() {}

  /** Takes the properties file and the cluster id. */
  public static void main(String[] arguments) {
    String properties = arguments[0];
    String[] format = {
      "format", "--ignore-formatted", "--config", properties, "--cluster-id", arguments[1]
    };
    int status = StorageTool.execute(format, System.err);
    if (status != 0) {
      Runtime.getRuntime().exit(status);
    }
    kafka.Kafka.main(new String[] {properties});
  }
}
