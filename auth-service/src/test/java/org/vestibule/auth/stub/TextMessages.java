package org.vestibule.auth.stub;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vestibule.platform.json.Json;

/** The calls that reached the gateway of text messages. */
public final class TextMessages {
  private TextMessages() {}

  /** The calls about a number, oldest first. */
  public static List<JsonNode> to(String number) {
    String url = ConfigProvider.getConfig().getValue("test.stub", String.class) + "/_texts";
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode call : Json.parse(given().get(url).asString())) {
      if (call.path("body").asText().contains(number)) {
        found.add(call);
      }
    }
    return found;
  }

  /** The last of so many calls about a number, waited for. */
  public static JsonNode await(String number, int count) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(20);
    while (to(number).size() < count) {
      assertThat(Instant.now()).as("text %d to %s", count, number).isBefore(end);
      Thread.sleep(50);
    }
    return to(number).get(count - 1);
  }
}
