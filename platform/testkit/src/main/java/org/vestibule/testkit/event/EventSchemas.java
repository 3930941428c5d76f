package org.vestibule.testkit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Checks a published message against the schemas of {@code docs/events}. */
public final class EventSchemas {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private EventSchemas() {}

  /** The types that are promised on a topic. */
  public static Set<String> typesOf(String topic) {
    try (Stream<Path> files = Files.list(EventFiles.folder())) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(EventSchemas::read)
          .filter(schema -> text(schema, "x-topic").equals(topic))
          .map(schema -> text(schema, "title"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Checks headers, key and body of a message as it lies on a topic. */
  public static void check(ConsumerRecord<String, byte[]> message) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : message.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    String type = String.valueOf(headers.get("ce_type"));
    check(type, headers, new String(message.value(), StandardCharsets.UTF_8));
    String topic = text(read(file(type)), "x-topic");
    if (!message.topic().equals(topic)) {
      throw new AssertionError(type + " lies on " + message.topic() + " instead of " + topic);
    }
    checkKey(message.key(), body(message));
  }

  /** Checks the headers and the body of a message of this type. */
  public static void check(String type, Map<String, String> headers, String body) {
    if (!type.equals(headers.get("ce_type"))) {
      throw new AssertionError("ce_type is " + headers.get("ce_type") + " instead of " + type);
    }
    check("headers", MAPPER.valueToTree(headers));
    check(type, parse(body));
  }

  private static void check(String schema, JsonNode value) {
    Set<ValidationMessage> violations = schema(schema).validate(value);
    if (!violations.isEmpty()) {
      throw new AssertionError(
          violations.stream()
              .map(ValidationMessage::getMessage)
              .collect(Collectors.joining("\n  ", schema + ":\n  ", "\n  in " + value)));
    }
  }

  /** The record, else the application, else the customer. */
  private static void checkKey(String key, JsonNode body) {
    String expected =
        Stream.of("recordUuid", "applicationId", "customerId")
            .map(member -> text(body, member))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    if (!expected.equals(key)) {
      throw new AssertionError("the key is " + key + " instead of " + expected);
    }
  }

  private static JsonSchema schema(String name) {
    return SCHEMAS.getSchema(SchemaLocation.of(file(name).toUri().toString()));
  }

  private static Path file(String name) {
    Path file = EventFiles.folder().resolve(name + ".json");
    if (!name.matches("[a-z-]+") || !Files.isRegularFile(file)) {
      throw new AssertionError("docs/events has no schema for " + name);
    }
    return file;
  }

  private static JsonNode body(ConsumerRecord<String, byte[]> message) {
    return parse(new String(message.value(), StandardCharsets.UTF_8));
  }

  private static JsonNode read(Path file) {
    return parse(EventFiles.read(file));
  }

  private static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException malformed) {
      throw new AssertionError("not JSON: " + json, malformed);
    }
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asText();
  }
}
