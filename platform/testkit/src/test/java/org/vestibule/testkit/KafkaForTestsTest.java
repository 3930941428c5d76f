package org.vestibule.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;
import org.vestibule.testkit.kafka.Topics;

class KafkaForTestsTest {
  @Test
  void broker_whenStarted_thenHasAllTopics() throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", KafkaForTests.bootstrap());
    try (Admin admin = Admin.create(settings)) {
      Map<String, TopicDescription> topics =
          admin.describeTopics(Topics.ALL).allTopicNames().get(20, TimeUnit.SECONDS);
      assertThat(topics).hasSize(6);
      assertThat(topics.values()).allMatch(topic -> topic.partitions().size() == 12);
    }
  }
}
