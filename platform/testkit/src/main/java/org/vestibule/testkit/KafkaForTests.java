package org.vestibule.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vestibule.testkit.kafka.EmbeddedKafkaServer;
import org.vestibule.testkit.kafka.KafkaOptions;
import org.vestibule.testkit.kafka.Topics;
import org.vestibule.testkit.process.Signal;

/** One Kafka broker per test run, with the topics of the platform. */
public final class KafkaForTests {
  private KafkaForTests() {}

  /** The address of the broker; the first caller starts it. */
  public static String bootstrap() {
    return SharedValues.once("kafka", KafkaForTests::start);
  }

  private static String start() {
    try {
      Path folder = Files.createTempDirectory("vestibule-kafka-");
      EmbeddedKafkaServer server = EmbeddedKafkaServer.start(KafkaOptions.forTests(folder));
      Watchdog.start(server.process().pid(), Signal.TERM, folder);
      Topics.create(server.bootstrap(), Topics.ALL);
      return server.bootstrap();
    } catch (IOException failure) {
      throw new UncheckedIOException("no temporary folder", failure);
    }
  }
}
