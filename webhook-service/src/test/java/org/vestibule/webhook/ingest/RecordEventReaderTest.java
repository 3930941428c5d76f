package org.vestibule.webhook.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.json.Json;
import org.vestibule.webhook.event.RecordEvent;

class RecordEventReaderTest {

  private static final UUID ID = UUID.fromString("11111111-1111-4111-8111-111111111111");
  private static final String CUSTOMER = "'customerId':'22222222-2222-4222-8222-222222222222'";
  private static final String RECORD = "'recordUuid':'33333333-3333-4333-8333-333333333333'";

  @Test
  void completeEvent_isRead() {
    RecordEvent event =
        read("{" + CUSTOMER + ",'applicationId':'app1'," + RECORD + ",'flags':['no-webhook']}")
            .fold(Function.identity(), reason -> null);
    assertThat(event.id()).isEqualTo(ID);
    assertThat(event.customerId()).hasToString("22222222-2222-4222-8222-222222222222");
    assertThat(event.applicationId()).isEqualTo("app1");
    assertThat(event.type()).isEqualTo("user-created");
    assertThat(event.recordUuid()).hasToString("33333333-3333-4333-8333-333333333333");
    assertThat(event.occurredAt()).isEqualTo(Instant.EPOCH);
    assertThat(event.data().path("flags").path(0).asText()).isEqualTo("no-webhook");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[]                                     | the data is no object",
        "~'text'~                               | the data is no object",
        "{'a':'\\u0000'}                        | the data holds a NUL character",
        "{}                                     | customerId is missing or too long",
        "{'customerId':'x'}                     | customerId is no UUID",
        "{'customerId':null}                    | customerId is no UUID"
      })
  void incompleteEvent_isRefusedWithItsReason(String data, String reason) {
    assertThat(read(data).fold(event -> "an event", Function.identity())).isEqualTo(reason);
  }

  @Test
  void applicationAndRecord_areDemanded() {
    assertThat(reason("{" + CUSTOMER + "}")).isEqualTo("applicationId is missing or too long");
    assertThat(reason("{" + CUSTOMER + ",'applicationId':'" + "a".repeat(201) + "'}"))
        .isEqualTo("applicationId is missing or too long");
    assertThat(reason("{" + CUSTOMER + ",'applicationId':'a'}"))
        .isEqualTo("recordUuid is missing or too long");
  }

  private static String reason(String data) {
    return read(data).fold(event -> "an event", Function.identity());
  }

  private static RecordEventReading read(String data) {
    JsonNode json = Json.parse(data.replace('\'', '"'));
    return RecordEventReader.read(
        new ReceivedEvent(ID, "user-created", "k", "s", Instant.EPOCH, json, "user-events", 0, 7));
  }
}
