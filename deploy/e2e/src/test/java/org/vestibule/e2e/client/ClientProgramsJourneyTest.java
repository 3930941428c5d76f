package org.vestibule.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;

/** Programs as customers run them load and copy profiles; in the end the two sides agree. */
class ClientProgramsJourneyTest {
  private static final int PEOPLE = 2_500;
  private static final String SCHEMA =
      """
      [{"name":"email","type":"string","length":256,"case-sensitive":false,
        "constraints":["email-address","unique","required"]},
       {"name":"givenName","type":"string","length":100},
       {"name":"birthday","type":"date"},
       {"name":"points","type":"integer"},
       {"name":"home","type":"object","attr_defs":[{"name":"city","type":"string"}]},
       {"name":"tags","type":"plural","attr_defs":[{"name":"key","type":"string"}]}]
      """;
  private static final String ATTRIBUTES =
      "[\"id\",\"uuid\",\"lastUpdated\",\"email\",\"givenName\",\"birthday\",\"points\","
          + "\"home.city\",\"tags.key\"]";
  private static final List<String> HEADER =
      List.of("email", "givenName", "birthday", "points", "home.city", "tags");

  private final Tenant tenant = Stack.shared().demo();
  private final String type = "c" + UUID.randomUUID().toString().replace("-", "");
  private final CaptureClient owner = client("owner", tenant.baseUrl());
  private final BusyGateway gateway = new BusyGateway(tenant.baseUrl());
  private final CaptureClient writer = client("direct_access", gateway.url());

  private CaptureClient client(String feature, String base) {
    return new CaptureClient(base, tenant.clientId(feature), tenant.secret(feature));
  }

  @BeforeEach
  void createType() {
    owner.require("entityType.create", Map.of("type_name", type, "attr_defs", SCHEMA));
  }

  @AfterEach
  void removeType() {
    gateway.close();
    owner.require("entityType.delete", Map.of("type_name", type, "commit", "true"));
  }

  @Test
  void loaderAndExporter_agree() {
    Map<String, List<String>> expected = new HashMap<>();
    CsvLoader loader = new CsvLoader(writer, type);
    loader.load(people(expected));
    assertThat(loader.stored()).hasSize(PEOPLE);
    assertThat(loader.refused())
        .isEqualTo(Map.of(PEOPLE + 1, 361, PEOPLE + 2, 342, PEOPLE + 3, 362, PEOPLE + 4, 360));
    KeysetExporter exporter =
        new KeysetExporter(client("direct_read_access", tenant.baseUrl()), type, ATTRIBUTES);
    assertThat(exporter.exportAll()).isEqualTo(PEOPLE);
    assertThat(exporter.pages()).isEqualTo(3);
    assertSame(exporter, expected);

    CsvLoader delta = new CsvLoader(writer, type);
    delta.loadDelta(changes(expected), "email");
    assertThat(delta.stored()).hasSize(40);
    assertThat(delta.refused()).isEmpty();
    assertThat(writer.repeated()).isPositive();
    // The newest of before comes again, beside the forty.
    assertThat(exporter.exportDelta()).isBetween(40, 40 + 500);
    assertSame(exporter, expected);
    assertThat(owner.require("entity.count", Map.of("type_name", type)).path("total_count").asInt())
        .isEqualTo(expected.size());
  }

  /** A file of people, four of its rows wrong. */
  private static String people(Map<String, List<String>> expected) {
    StringBuilder csv = new StringBuilder(Csv.line(HEADER));
    for (int i = 0; i < PEOPLE; i++) {
      List<String> row = person(i, "Given, \"" + i + "\"\nName", i % 3 == 0 ? "[]" : tags(i));
      csv.append(Csv.line(row));
      expected.put(row.get(0), row);
    }
    csv.append(Csv.line(List.of("PERSON7@EXAMPLE.COM", "Twice", "", "", "", "")));
    csv.append(Csv.line(List.of("late@example.com", "Late", "31/31/1990", "", "", "")));
    csv.append(Csv.line(List.of("", "Nobody", "", "", "", "")));
    csv.append(Csv.line(List.of("not an address", "", "", "", "", "")));
    return csv.toString();
  }

  private static List<String> person(int number, String name, String tags) {
    return List.of(
        "person" + number + "@example.com",
        name,
        "19%02d-02-%02d".formatted(number % 100, 1 + number % 28),
        Integer.toString(number * 7 - 3),
        number % 5 == 0 ? "" : "Leiden \u00e9" + number,
        tags);
  }

  private static String tags(int number) {
    return "[{\"key\":\"k" + number + "\"},{\"key\":\"common\"}]";
  }

  /** Twenty people with other names and twenty more. */
  private static String changes(Map<String, List<String>> expected) {
    StringBuilder csv = new StringBuilder(Csv.line(HEADER));
    for (int i = 0; i < 40; i++) {
      int number = i < 20 ? i * 100 : PEOPLE + 100 + i;
      List<String> row = person(number, "Changed " + i, "");
      csv.append(Csv.line(row));
      List<String> whole = new ArrayList<>(row);
      whole.set(5, expected.getOrDefault(row.get(0), row).get(5));
      expected.put(row.get(0), whole);
    }
    return csv.toString();
  }

  private static void assertSame(KeysetExporter exporter, Map<String, List<String>> expected) {
    Map<String, List<String>> copied = new HashMap<>();
    exporter.copy().values().forEach(it -> copied.put(it.path("email").asText(), row(it)));
    Map<String, List<String>> wanted = new HashMap<>();
    expected.forEach(
        (email, row) -> {
          List<String> shown = new ArrayList<>(row);
          shown.set(5, row.get(5).isEmpty() ? "[]" : row.get(5));
          wanted.put(email, shown);
        });
    assertThat(copied).isEqualTo(wanted);
  }

  private static List<String> row(JsonNode profile) {
    return List.of(
        profile.path("email").asText(),
        profile.path("givenName").asText(),
        profile.path("birthday").asText(),
        profile.path("points").asText(),
        profile.path("home").path("city").asText(""),
        profile.path("tags").toString());
  }
}
