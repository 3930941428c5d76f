package org.vestibule.local.node;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.vestibule.local.host.DataFolder;
import org.vestibule.testkit.kafka.EmbeddedKafkaServer;
import org.vestibule.testkit.kafka.KafkaOptions;
import org.vestibule.testkit.kafka.Topics;
import org.vestibule.testkit.process.ChildProcess;
import org.vestibule.testkit.process.Ports;
import org.vestibule.testkit.process.Signal;

/** The broker of the stack, with the topics of the platform. */
public final class KafkaBrokerNode implements Node {
  public static final String NAME = "kafka";

  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final Build build;
  private final KafkaOptions options;
  private volatile EmbeddedKafkaServer server;

  public KafkaBrokerNode(DataFolder folder, Build build, int port, int controllerPort) {
    this.build = build;
    this.options =
        new KafkaOptions(
            folder.at(NAME), folder.log(NAME), port, controllerPort, build.brokerFlags());
  }

  public String bootstrap() {
    return options.bootstrap();
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
    server = EmbeddedKafkaServer.launch(options);
    server.awaitReady();
    Topics.create(options.bootstrap(), Topics.ALL);
  }

  @Override
  public void stop() {
    if (server != null) {
      server.process().stop(Signal.TERM, build.stopLimit(STOP_LIMIT));
    }
  }

  @Override
  public boolean keepArchive() {
    return build.brokerArchive().keep(server.process().process().exitValue());
  }

  @Override
  public boolean isHealthy() {
    return isAlive() && Ports.isOpen(options.port());
  }

  @Override
  public Optional<ChildProcess> process() {
    return Optional.ofNullable(server).map(EmbeddedKafkaServer::process);
  }
}
