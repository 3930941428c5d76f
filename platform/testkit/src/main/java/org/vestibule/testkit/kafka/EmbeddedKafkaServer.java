package org.vestibule.testkit.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vestibule.testkit.process.ChildProcess;
import org.vestibule.testkit.process.Ports;
import org.vestibule.testkit.process.Signal;

/** A real Kafka broker in KRaft mode, run as a child process on our own class path. */
public final class EmbeddedKafkaServer implements AutoCloseable {
  // One data folder never meets another cluster, so every broker may carry the same id.
  private static final String CLUSTER_ID = "dmVzdGlidWxlLWxvY2FsMQ";
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final KafkaOptions options;
  private final ChildProcess process;

  private EmbeddedKafkaServer(KafkaOptions options, ChildProcess process) {
    this.options = options;
    this.process = process;
  }

  /** Starts the broker and waits until its port is open; topics are asked for afterwards. */
  public static EmbeddedKafkaServer start(KafkaOptions options) {
    EmbeddedKafkaServer server = launch(options);
    server.awaitReady();
    return server;
  }

  /** Starts the broker's process without waiting. */
  public static EmbeddedKafkaServer launch(KafkaOptions options) {
    try {
      Path properties = BrokerProperties.write(options);
      List<String> command = command(options, properties);
      return new EmbeddedKafkaServer(
          options, ChildProcess.start("kafka", command, options.data(), options.log(), Map.of()));
    } catch (IOException failure) {
      throw new UncheckedIOException("the Kafka data folder could not be made", failure);
    }
  }

  /** Waits until the broker accepts connections; kills it when it does not in time. */
  public void awaitReady() {
    try {
      process.await(START_LIMIT, "ready", () -> Ports.isOpen(options.port()));
    } catch (RuntimeException failure) {
      process.kill();
      throw failure;
    }
  }

  private static List<String> command(KafkaOptions options, Path properties) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options.machineFlags());
    command.add("-Dslf4j.provider=" + KafkaLogProvider.class.getName());
    command.add("-Dslf4j.internal.verbosity=WARN");
    command.addAll(List.of("-cp", BrokerClassPath.find(), KafkaNode.class.getName()));
    command.addAll(List.of(properties.toAbsolutePath().toString(), CLUSTER_ID));
    return command;
  }

  public String bootstrap() {
    return options.bootstrap();
  }

  public ChildProcess process() {
    return process;
  }

  /** Shuts the broker down in order. */
  @Override
  public void close() {
    process.stop(Signal.TERM, STOP_LIMIT);
  }
}
