package org.vestibule.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.outbound.OutboundException;
import org.vestibule.platform.outbound.OutboundException.Reason;
import org.vestibule.platform.outbound.OutboundResponse;

class AnswerReaderTest {

  @Test
  void headers_areKeptWithoutSecretsAndWithinLimits() {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    headers.add("Date", "today").add("Via", "a").add("Via", "b");
    headers.add("Set-Cookie", "session=secret");
    headers.add("X-Long", "x".repeat(600));
    headers.add("X-Odd", "a\u0000b\u0001\ud800\u00e9");
    Answer answer = AnswerReader.read(new OutboundResponse(200, headers, new byte[0], false));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers())
        .containsEntry("Date", "today")
        .containsEntry("Via", "a, b")
        .containsEntry("X-Long", "x".repeat(500))
        .containsEntry("X-Odd", "a?b??\u00e9")
        .doesNotContainKey("Set-Cookie");
  }

  @Test
  void manyHeaders_areCut() {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    IntStream.range(0, 200).forEach(it -> headers.add("x-" + it, "v"));
    Answer answer = AnswerReader.read(new OutboundResponse(500, headers, new byte[0], true));
    assertThat(answer.headers()).hasSize(50);
  }

  @Test
  void everyReason_hasACodeOfTheEventStore() {
    for (Reason reason : Reason.values()) {
      Answer answer = AnswerReader.none(new OutboundException(reason, "why"));
      assertThat(answer.error())
          .isIn("timeout", "dns", "connect", "tls", "blocked-address", "protocol");
      assertThat(answer.statusCode()).isNull();
    }
  }
}
