package org.vestibule.webhook.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.kafka.UnreadableMessage;

class DeadEventTest {

  @Test
  void whatTheDatabaseCannotHold_isReplacedOrCut() {
    DeadEvent event =
        DeadEvent.of(
            new UnreadableMessage(
                "t", 1, 2, "k\0", Map.of("h\0", "v\0"), new byte[] {0}, "r".repeat(9_000)));
    assertThat(event.key()).isEqualTo("k\ufffd");
    assertThat(event.headers()).containsExactly(Map.entry("h\ufffd", "v\ufffd"));
    assertThat(event.value()).containsExactly(0);
    assertThat(event.reason()).hasSize(2_000);
  }

  @Test
  void missingParts_stayMissing() {
    DeadEvent event =
        DeadEvent.of(new UnreadableMessage("t", 1, 2, null, Map.of(), null, "reason"));
    assertThat(event.key()).isNull();
    assertThat(event.value()).isNull();
  }
}
