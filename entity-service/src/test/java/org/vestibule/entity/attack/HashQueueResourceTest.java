package org.vestibule.entity.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.offload.Offload;

/** A flood of sign-ins fills the queue of hashes: more are refused at once, and reads go on. */
@QuarkusTest
class HashQueueResourceTest extends ServiceTest {
  private static final Duration AT_ONCE = Duration.ofMillis(700);
  private static final int READS = 20;

  @Inject Offload offload;

  @Test
  void fullQueue_refusesAtOnceWhatHashes_andDelaysNoRead() {
    String email = email();
    String uuid =
        ok(direct.create("{\"email\":\"" + email + "\",\"password\":\"Right.123\"}"))
            .path("uuid")
            .asText();
    direct.byUuid(uuid);
    try (FullHashQueue queue = new FullHashQueue(offload)) {
      assertThat(queue.taken()).isBetween(2, 10_100);
      Response signIn = soon(() -> internal.post("credentials/check", credentials(email)));
      assertThat(signIn.statusCode()).isEqualTo(503);
      assertThat(signIn.jsonPath().getString("errors")).isEqualTo("busy");
      assertLimited(soon(this::creation));
      for (int i = 0; i < READS; i++) {
        JsonNode read = soon(() -> direct.byUuid(uuid));
        assertThat(read.path("email").asText()).isEqualTo(email);
      }
      ok(soon(() -> direct.create("{\"email\":\"" + email() + "\"}")));
    }
    assertThat(internal.check(email, "Right.123", "c", false).path("outcome").asText())
        .isEqualTo("match");
  }

  /** HTTP 510 is what clients take for "slow down" (authentication.md 12.4). */
  private static void assertLimited(Response reply) {
    assertThat(reply.statusCode()).isEqualTo(510);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    JsonNode body = Json.parse(reply.asByteArray());
    assertThat(body.path("code").asInt()).isEqualTo(510);
    assertThat(body.path("error").asText()).isEqualTo("api_limit_error");
  }

  private Response creation() {
    return direct
        .request()
        .formParam("type_name", "user")
        .formParam("attributes", "{\"password\":\"Test.123\"}")
        .post("/entity.create");
  }

  private static ObjectNode credentials(String email) {
    return Json.object()
        .put("identifierAttribute", "email")
        .put("identifier", email)
        .put("password", "Right.123")
        .put("clientId", "c")
        .put("bookkeeping", false);
  }

  private static <T> T soon(Supplier<T> call) {
    long began = System.nanoTime();
    T result = call.get();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);
    return result;
  }
}
