package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.vestibule.entity.credential.PasswordInputs;
import org.vestibule.entity.date.DateParser;
import org.vestibule.entity.date.WireDates;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;

/** Reads single values by the type of their attribute. */
final class Scalars {
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
  private static final int MAX_DIGITS = 38;

  private final DateParser dates;
  private final Map<AttributeType, Reader> readers = new EnumMap<>(AttributeType.class);

  Scalars(DateParser dates) {
    this.dates = dates;
    readers.put(AttributeType.STRING, Scalars::string);
    readers.put(AttributeType.INTEGER, Scalars::integer);
    readers.put(AttributeType.ID, Scalars::integer);
    readers.put(AttributeType.DECIMAL, Scalars::decimal);
    readers.put(AttributeType.BOOLEAN, Scalars::bool);
    readers.put(AttributeType.DATE, (given, at) -> new TextNode(WireDates.date(time(given, at))));
    readers.put(
        AttributeType.DATE_TIME, (given, at) -> new TextNode(WireDates.dateTime(time(given, at))));
    readers.put(AttributeType.IP_ADDRESS, Scalars::address);
    readers.put(AttributeType.JSON, FreeJson::read);
    readers.put(
        AttributeType.PASSWORD, (given, at) -> new POJONode(PasswordInputs.read(given, at)));
  }

  JsonNode read(Attribute attribute, JsonNode given, String at) {
    return readers.get(attribute.type()).read(given, at);
  }

  /** The point in time that a value means. */
  Instant time(JsonNode given, String at) {
    return dates.parse(text(given, at)).orElseThrow(() -> Violations.invalidDate(at));
  }

  private static JsonNode string(JsonNode given, String at) {
    if (!Texts.isStorable(text(given, at))) {
      throw Violations.invalidFormat(at, "it contains a character that cannot be stored");
    }
    return given;
  }

  private static JsonNode address(JsonNode given, String at) {
    if (!IPV4.matcher(text(given, at)).matches()) {
      throw Violations.invalidFormat(at, "not an IPv4 address");
    }
    return given;
  }

  private static JsonNode integer(JsonNode given, String at) {
    if (!given.isIntegralNumber()) {
      throw Violations.invalidJsonType(at);
    }
    if (!given.canConvertToLong()) {
      throw Violations.invalidFormat(at, "it has more than 64 bits");
    }
    return LongNode.valueOf(given.longValue());
  }

  private static JsonNode decimal(JsonNode given, String at) {
    if (!given.isNumber()) {
      throw Violations.invalidJsonType(at);
    }
    BigDecimal number = given.decimalValue().stripTrailingZeros();
    if (number.precision() > MAX_DIGITS || Math.abs(number.scale()) > MAX_DIGITS) {
      throw Violations.invalidFormat(at, "it has more than " + MAX_DIGITS + " digits");
    }
    return DecimalNode.valueOf(number.scale() < 0 ? number.setScale(0) : number);
  }

  private static JsonNode bool(JsonNode given, String at) {
    if (!given.isBoolean()) {
      throw Violations.invalidJsonType(at);
    }
    return BooleanNode.valueOf(given.booleanValue());
  }

  private static String text(JsonNode given, String at) {
    if (!given.isTextual()) {
      throw Violations.invalidJsonType(at);
    }
    return given.textValue();
  }

  /** Reads one type of values. */
  private interface Reader {
    JsonNode read(JsonNode given, String at);
  }
}
