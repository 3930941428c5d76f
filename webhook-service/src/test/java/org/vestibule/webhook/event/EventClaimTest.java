package org.vestibule.webhook.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.platform.json.Json;

class EventClaimTest {

  @ParameterizedTest
  @CsvSource({
    "user-created, entityCreated",
    "user-updated, entityUpdated",
    "user-deleted, entityDeleted"
  })
  void eventsAboutRecords_raiseTheirNotification(String published, String name) {
    EventClaim claim = raise(published, "{}").orElseThrow();
    assertThat(claim.type().wireName()).isEqualTo(name);
    assertThat(claim.events().fieldNames()).toIterable().containsExactly(name);
  }

  @Test
  void otherEvents_andUnwantedOnes_raiseNone() {
    assertThat(raise("schema-changed", "{}")).isEmpty();
    assertThat(raise("user-created", "{\"flags\":[\"no-webhook\"]}")).isEmpty();
    assertThat(raise("user-created", "{\"flags\":[\"x\",\"no-webhook\"]}")).isEmpty();
    assertThat(raise("user-created", "{\"flags\":[]}")).isPresent();
  }

  @Test
  void onlyNamesAreTaken_neverValues() {
    String data =
        """
        {"email":"ana@example.com","origin":{"ipAddress":"192.0.2.1"},"attributes":["email",7,
         {"a":1},"lastUpdated","lastLogin"],"clientId":{"a":1},"entityType":"user"}
        """;
    EventClaim claim = raise("user-updated", data).orElseThrow();
    assertThat(Json.write(claim.events()))
        .doesNotContain("ana@example.com", "192.0.2.1", "captureClientId")
        .contains("\"attributes\":[\"email\",\"lastLogin\"]");
  }

  private static Optional<EventClaim> raise(String type, String data) {
    UUID id = UUID.randomUUID();
    return EventClaim.raisedBy(
        new RecordEvent(id, id, "app1", type, id, Instant.EPOCH, (ObjectNode) Json.parse(data)));
  }
}
