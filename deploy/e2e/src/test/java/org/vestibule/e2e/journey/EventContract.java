package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vestibule.e2e.stack.Events;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;

/** What is promised of every published event: CloudEvents headers and the schema of its type. */
final class EventContract {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EventContract() {}

  static void check(Events.Seen event, Tenant tenant) {
    assertThat(event.headers())
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("content-type", "application/json")
        .containsKeys("ce_id", "ce_source", "ce_time", "ce_subject");
    JsonNode body = parse(event.body());
    assertThat(schema(event.type()).validate(body)).as("%s %s", event.type(), body).isEmpty();
    assertThat(body.get("applicationId").asText()).isEqualTo(tenant.applicationId());
    assertThat(body.get("recordUuid").asText()).isEqualTo(event.key());
    assertThat(event.body()).doesNotContain("@example.com").doesNotContain(People.PASSWORD);
  }

  private static JsonSchema schema(String type) {
    Path file = Stack.projectRoot().resolve("docs/events/" + type + ".json");
    try {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Files.readString(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException malformed) {
      throw new AssertionError(malformed);
    }
  }
}
