package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.vestibule.e2e.stack.Events;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.testkit.event.EventSchemas;

/**
 * What is promised of every published event: headers and schema of its type, no values of people.
 */
final class EventContract {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EventContract() {}

  static void check(Events.Seen event, Tenant tenant) {
    EventSchemas.check(event.type(), event.headers(), event.body());
    JsonNode body = parse(event.body());
    assertThat(body.get("applicationId").asText()).isEqualTo(tenant.applicationId());
    assertThat(body.get("recordUuid").asText()).isEqualTo(event.key());
    assertThat(event.body()).doesNotContain("@example.com").doesNotContain(People.PASSWORD);
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException malformed) {
      throw new AssertionError(malformed);
    }
  }
}
