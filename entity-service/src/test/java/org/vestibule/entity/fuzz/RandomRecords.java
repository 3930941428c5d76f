package org.vestibule.entity.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.vestibule.entity.date.WireDates;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Constraint;
import org.vestibule.entity.schema.Schema;
import org.vestibule.platform.json.Json;

/** Makes records of a schema, as trees of plain values and as stored documents. */
public final class RandomRecords {
  private static final JsonNode HASH = Json.object().put("type", "password-argon2id");
  private final Random random;
  private final List<String> keys = new ArrayList<>();
  private long nextId;

  /** Makes records whose ids begin behind a number. */
  public RandomRecords(Random random, long firstId) {
    this.random = random;
    this.nextId = firstId;
  }

  /** Every key below plurals that was used so far, for folding. */
  public List<String> keys() {
    return keys;
  }

  /** A record with values at all levels. */
  public Map<String, Object> record(Schema schema) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("id", BigDecimal.valueOf(++nextId));
    record.put("uuid", Samples.uuid(random));
    record.put("created", Samples.time(random));
    record.put("lastUpdated", Samples.time(random));
    fill(schema.root(), record, random.nextInt(4));
    return record;
  }

  private void fill(Attribute container, Map<String, Object> into, int emptiness) {
    for (Attribute child : container.children().values()) {
      if (!child.reserved()) {
        into.put(child.name(), value(child, emptiness));
      }
    }
  }

  private Object value(Attribute attribute, int emptiness) {
    if (attribute.type() == AttributeType.OBJECT) {
      Map<String, Object> members = new LinkedHashMap<>();
      fill(attribute, members, random.nextInt(4) == 0 ? 3 : emptiness);
      return members;
    }
    if (attribute.type() == AttributeType.PLURAL) {
      return elements(attribute, emptiness);
    }
    return random.nextInt(3) < emptiness ? null : scalar(attribute);
  }

  private List<Map<String, Object>> elements(Attribute plural, int emptiness) {
    List<Map<String, Object>> elements = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Map<String, Object> element = new LinkedHashMap<>();
      element.put("id", ++nextId);
      fill(plural, element, emptiness);
      elements.add(element);
    }
    return elements;
  }

  private Object scalar(Attribute attribute) {
    return switch (attribute.type()) {
      case STRING -> attribute.has(Constraint.UNIQUE) ? key() : Samples.text(random);
      case IP_ADDRESS -> Samples.address(random);
      case INTEGER -> Samples.whole(random);
      case DECIMAL -> Samples.number(random);
      case BOOLEAN -> random.nextBoolean();
      case DATE -> Samples.day(random);
      case DATE_TIME -> Samples.time(random);
      case JSON -> json();
      case PASSWORD -> HASH;
      default -> throw new IllegalStateException(attribute.name());
    };
  }

  private JsonNode json() {
    List<String> values = List.of("1", "\"x\"", "[]", "{}", "false", "\"\"", "{\"a\":null}");
    return Json.parse(Samples.pick(values, random));
  }

  private String key() {
    String key =
        Samples.pick(List.of("Key", "kEY", "\u212aey", "STRASSE", "straße"), random) + ++nextId;
    keys.add(key);
    return key;
  }

  /** The stored document of a record. */
  public static ObjectNode document(Attribute container, Map<String, Object> values) {
    ObjectNode document = Json.object();
    for (Attribute child : container.children().values()) {
      boolean isElementId = container.type() == AttributeType.PLURAL && child.reserved();
      if (!child.reserved() || isElementId) {
        document.set(child.name(), json(child, values.get(child.name())));
      }
    }
    return document;
  }

  @SuppressWarnings("unchecked")
  private static JsonNode json(Attribute attribute, Object value) {
    if (attribute.type() == AttributeType.OBJECT) {
      return document(attribute, (Map<String, Object>) value);
    }
    if (attribute.type() == AttributeType.PLURAL) {
      ArrayNode array = Json.array();
      ((List<Map<String, Object>>) value).forEach(it -> array.add(document(attribute, it)));
      return array;
    }
    return value == null ? NullNode.getInstance() : scalar(value);
  }

  private static JsonNode scalar(Object value) {
    if (value instanceof JsonNode node) {
      return node;
    }
    if (value instanceof Boolean flag) {
      return BooleanNode.valueOf(flag);
    }
    if (value instanceof Instant time) {
      return TextNode.valueOf(WireDates.dateTime(time));
    }
    return value instanceof String || value instanceof LocalDate
        ? TextNode.valueOf(value.toString())
        : DecimalNode.valueOf(new BigDecimal(value.toString()));
  }
}
