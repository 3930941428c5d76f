package org.vestibule.testkit.kafka;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The configuration file of a broker that is its own controller. */
final class BrokerProperties {
  private BrokerProperties() {}

  static Path write(KafkaOptions options) throws IOException {
    Files.createDirectories(options.data());
    Path file = options.data().resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties(options).store(writer, null);
    }
    return file;
  }

  private static Properties properties(KafkaOptions options) {
    Properties properties = new Properties();
    String client = "PLAINTEXT://" + options.bootstrap();
    String controller = "127.0.0.1:" + options.controllerPort();
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", "1");
    properties.setProperty("controller.quorum.voters", "1@" + controller);
    properties.setProperty("listeners", client + ",CONTROLLER://" + controller);
    properties.setProperty("advertised.listeners", client);
    properties.setProperty("controller.listener.names", "CONTROLLER");
    properties.setProperty("inter.broker.listener.name", "PLAINTEXT");
    properties.setProperty("log.dirs", options.data().resolve("log").toAbsolutePath().toString());
    properties.setProperty("auto.create.topics.enable", "false");
    properties.setProperty("num.partitions", "12");
    properties.setProperty("log.retention.hours", "168");
    addSingleNode(properties);
    addSmallMachine(properties);
    return properties;
  }

  private static void addSingleNode(Properties properties) {
    properties.setProperty("offsets.topic.replication.factor", "1");
    properties.setProperty("offsets.topic.num.partitions", "4");
    properties.setProperty("transaction.state.log.replication.factor", "1");
    properties.setProperty("transaction.state.log.min.isr", "1");
    properties.setProperty("transaction.state.log.num.partitions", "4");
    properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
    properties.setProperty("share.coordinator.state.topic.min.isr", "1");
    properties.setProperty("group.initial.rebalance.delay.ms", "0");
    properties.setProperty("controlled.shutdown.enable", "false");
  }

  private static void addSmallMachine(Properties properties) {
    properties.setProperty("num.network.threads", "2");
    properties.setProperty("num.io.threads", "4");
    properties.setProperty("background.threads", "2");
    properties.setProperty("num.recovery.threads.per.data.dir", "2");
    properties.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
    properties.setProperty("log.index.size.max.bytes", "1048576");
  }
}
