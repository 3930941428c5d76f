package org.vestibule.platform.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How a consumer reads: {@code group} is null for broadcast readers. */
record ConsumerSettings(String bootstrap, String group) {
  /** The most messages that a reader in a group gets at a time. */
  static final int MOST_AT_ONCE = 500;

  KafkaConsumer<String, byte[]> open() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
    // The broker answers as soon as there is something. Until then it answers nothing else on the
    // connection, and broadcast readers also ask for the ends of topics.
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, group == null ? 500 : 3_000);
    // The thread of the heartbeats looks around as often, all the time.
    settings.put(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG, 500);
    if (group != null) {
      settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
      settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
      settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_AT_ONCE);
      settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    } else {
      settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    }
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
