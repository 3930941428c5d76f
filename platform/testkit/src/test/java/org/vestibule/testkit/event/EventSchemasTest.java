package org.vestibule.testkit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSchemasTest {
  private static final String RECORD = "33333333-3333-4333-8333-333333333333";
  private static final String CUSTOMER_ID = "22222222-2222-4222-8222-222222222222";
  private static final String CUSTOMER =
      "'customerId':'22222222-2222-4222-8222-222222222222',"
          + "'clientId':'c1','correlationId':'r1','flags':['no-webhook'],"
          + "'origin':{'endpoint':'/oauth/x','ipAddress':'192.0.2.1',"
          + "'forwarded':{'for':'192.0.2.1','proto':'https','port':'443'}}";
  private static final String APPLICATION = CUSTOMER + ",'applicationId':'app1'";
  private static final String OF_RECORD =
      APPLICATION
          + ",'entityType':'user','recordUuid':'33333333-3333-4333-8333-333333333333',"
          + "'globalSub':'capture-v1://id.example.com/app1/user/"
          + "33333333-3333-4333-8333-333333333333'";

  private static final Map<String, String> EXAMPLES =
      Map.ofEntries(
          Map.entry("user-created", OF_RECORD),
          Map.entry("user-updated", OF_RECORD + ",'attributes':['email']"),
          Map.entry("user-deleted", OF_RECORD),
          Map.entry("login-succeeded", OF_RECORD + ",'method':'social'"),
          Map.entry("registration-succeeded", OF_RECORD + ",'method':'traditional'"),
          Map.entry("login-failed", OF_RECORD + ",'reason':'wrongPassword'"),
          Map.entry("token-issued", OF_RECORD),
          Map.entry("token-revoked", OF_RECORD),
          Map.entry("password-recovery-requested", OF_RECORD),
          Map.entry("email-verification-requested", OF_RECORD),
          Map.entry("email-sent", APPLICATION + ",'template':'passwordRecover'"),
          Map.entry("email-verified", OF_RECORD),
          Map.entry("password-changed", OF_RECORD),
          Map.entry("factor-sent", OF_RECORD + ",'channel':'sms'"),
          Map.entry("factor-verified", OF_RECORD + ",'channel':'email'"),
          Map.entry("factor-failed", OF_RECORD + ",'reason':'wrongCode'"),
          Map.entry("application-created", APPLICATION),
          Map.entry("client-changed", APPLICATION + ",'changedClientId':'c2'"),
          Map.entry("settings-changed", APPLICATION),
          Map.entry("domain-changed", APPLICATION),
          Map.entry(
              "flow-published",
              APPLICATION + ",'flow':'standard','version':'20260309140506022299'"),
          Map.entry("schema-changed", APPLICATION + ",'entityType':'user'"),
          Map.entry(
              "import-finished",
              APPLICATION
                  + ",'entityType':'user','importId':'44444444-4444-4444-8444-444444444444',"
                  + "'stored':7,'rejected':0,'recordEvents':false,"
                  + "'startedAt':'2026-03-09T14:05:06.123456Z','finishedAt':'2026-03-09T14:06:00Z'"),
          Map.entry(
              "key-rotated",
              CUSTOMER + ",'kid':'0123456789abcdef0123456789abcdef01234567','algorithm':'RS256'"));

  static Set<String> types() {
    return EXAMPLES.keySet();
  }

  @Test
  void everySchema_hasAnExampleHereAndAPlaceInTheReadme() throws IOException {
    String readme = EventFiles.read(EventFiles.folder().resolve("README.md"));
    List<String> names = schemaNames();
    assertThat(names).containsExactlyInAnyOrderElementsOf(types());
    assertThat(names).allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
  }

  @ParameterizedTest
  @MethodSource("types")
  void example_passesOnItsTopicUnderItsKey(String type) {
    String body = body(EXAMPLES.get(type));
    String key = key(body);
    assertThatCode(() -> EventSchemas.check(message(topic(type), key, type, body)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("types")
  void anythingMore_isRefused(String type) {
    String more = EXAMPLES.get(type) + ",'email':'jo@example.com'";
    assertThatThrownBy(() -> EventSchemas.check(type, headers(type), body(more)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("email");
  }

  @ParameterizedTest
  @CsvSource({
    "customerId, 22222222-2222-4222-8222-222222222222",
    "recordUuid, 33333333-3333-4333-8333-333333333333",
    "entityType, user",
    "correlationId, r1"
  })
  void missingMember_isRefused(String member, String value) {
    String without = OF_RECORD.replace("'" + member + "':'" + value + "'", "'flags':[]");
    assertRefused("user-created", body(without.replace("'flags':['no-webhook'],", "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{", "null"})
  void somethingElse_isRefused(String body) {
    assertRefused("user-created", body);
  }

  @Test
  void failedLogin_namesTheRecordWhollyOrNotAtAll() {
    String unknown = APPLICATION + ",'reason':'unknownUser'";
    assertThatCode(() -> EventSchemas.check("login-failed", headers("login-failed"), body(unknown)))
        .doesNotThrowAnyException();
    assertRefused("login-failed", body(unknown + ",'recordUuid':'" + RECORD + "'"));
    assertRefused("login-failed", body(APPLICATION + ",'reason':'wrong password for jo'"));
  }

  @Test
  void headers_areCheckedToo() {
    String body = body(OF_RECORD);
    Map<String, String> headers = headers("user-created");
    headers.remove("ce_id");
    assertThatThrownBy(() -> EventSchemas.check("user-created", headers, body))
        .hasMessageContaining("ce_id");
    assertThatThrownBy(() -> EventSchemas.check("user-updated", headers("user-created"), body))
        .hasMessageContaining("ce_type");
  }

  @Test
  void wrongTopicOrKey_isRefused() {
    String body = body(OF_RECORD);
    assertThatThrownBy(
            () -> EventSchemas.check(message("auth-events", RECORD, "user-created", body)))
        .hasMessageContaining("instead of user-events");
    assertThatThrownBy(
            () -> EventSchemas.check(message("user-events", "app1", "user-created", body)))
        .hasMessageContaining("the key is app1");
    assertThatThrownBy(() -> EventSchemas.check(message("user-events", "k", "no-such", body)))
        .hasMessageContaining("no schema for no-such");
  }

  private static void assertRefused(String type, String body) {
    assertThatThrownBy(() -> EventSchemas.check(type, headers(type), body))
        .isInstanceOf(AssertionError.class);
  }

  private static ConsumerRecord<String, byte[]> message(
      String topic, String key, String type, String body) {
    ConsumerRecord<String, byte[]> message =
        new ConsumerRecord<>(topic, 0, 0, key, body.getBytes(StandardCharsets.UTF_8));
    headers(type)
        .forEach(
            (name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return message;
  }

  private static Map<String, String> headers(String type) {
    return new HashMap<>(
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", "11111111-1111-4111-8111-111111111111",
            "ce_type", type,
            "ce_source", "/vestibule/entity-service",
            "ce_subject", RECORD,
            "ce_time", "2026-03-09T14:05:06.123456Z",
            "content-type", "application/json"));
  }

  private static String key(String body) {
    if (body.contains("recordUuid")) {
      return RECORD;
    }
    return body.contains("applicationId") ? "app1" : CUSTOMER_ID;
  }

  private static String topic(String type) {
    return switch (type.substring(0, type.indexOf('-'))) {
      case "user", "import" -> "user-events";
      case "schema" -> "schema-events";
      case "login", "registration", "token", "email", "password", "factor" -> "auth-events";
      case "key" -> "login-events";
      default -> "config-events";
    };
  }

  private static String body(String members) {
    return ("{" + members + "}").replace('\'', '"');
  }

  private static List<String> schemaNames() throws IOException {
    try (Stream<Path> files = Files.list(EventFiles.folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.replace(".json", ""))
          .filter(name -> !Set.of("common", "headers").contains(name))
          .toList();
    }
  }
}
