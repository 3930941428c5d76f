package org.vestibule.entity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Stub;

/** A neighbour that answers too late is asked again where asking changes nothing. */
@QuarkusTest
class RepeatedCallsResourceTest extends ServiceTest {
  @Test
  void lateRead_isTriedTwiceMore() {
    String client = newName();
    String path = "/internal/clients/" + client;
    Stub.delay(path, 2);
    error(unknown(client).call("entity"), 402, "invalid_client_credentials");
    assertThat(Stub.calls(path)).isEqualTo(3);
  }

  @Test
  void readThatIsAlwaysLate_fails() {
    String client = newName();
    String path = "/internal/clients/" + client;
    Stub.delay(path, 3);
    JsonNode reply = unknown(client).call("entity");
    assertThat(reply.path("stat").asText()).isEqualTo("error");
    assertThat(reply.path("code").asInt()).isNotEqualTo(402);
    assertThat(Stub.calls(path)).isEqualTo(3);
  }

  @Test
  void lateWrite_isNotRepeated() {
    String uuid = person();
    Stub.delay("/internal/attempts", 1);
    JsonNode reply =
        direct.call(
            "entity", "uuid", uuid, "password_attribute", "password", "password_value", "x");
    assertThat(reply.path("stat").asText()).isEqualTo("error");
    assertThat(reply.path("code").asInt()).isNotEqualTo(350);
    assertThat(Stub.calls("/internal/attempts")).isEqualTo(1);
  }

  private static CaptureApi unknown(String client) {
    String pair = client + ":secret";
    String basic = Base64.getEncoder().encodeToString(pair.getBytes());
    return new CaptureApi(FIRST, "Basic " + basic);
  }
}
