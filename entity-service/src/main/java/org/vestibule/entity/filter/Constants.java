package org.vestibule.entity.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vestibule.entity.date.DateParser;
import org.vestibule.entity.date.WireDates;
import org.vestibule.entity.filter.Expression.Literal;

/** Turns the constants of a filter into values of the type that they are compared with. */
final class Constants {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern NUMBER_FORM = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");

  private final DateParser dates;

  Constants(DateParser dates) {
    this.dates = dates;
  }

  /** The family in which two constants are compared: that of the one without quotes, if any. */
  static Family familyOf(Literal one, Literal other) {
    Literal.Kind kind = one.kind() == Literal.Kind.STRING ? other.kind() : one.kind();
    if (kind == Literal.Kind.STRING) {
      return Family.TEXT;
    }
    return kind == Literal.Kind.NUMBER ? Family.NUMBER : Family.BOOLEAN;
  }

  /** The value to bind for a constant. */
  Object value(Literal literal, Family family) {
    if (family.isText()) {
      return text(literal);
    }
    if (family == Family.INTEGER || family == Family.NUMBER) {
      return number(literal, family);
    }
    if (family == Family.BOOLEAN) {
      return bool(literal);
    }
    return family == Family.UUID ? uuid(literal) : time(literal, family);
  }

  private static String text(Literal literal) {
    if (literal.kind() != Literal.Kind.STRING) {
      throw mismatch(literal, "text");
    }
    if (literal.text().indexOf('\0') >= 0) {
      throw new FilterException("a text must not contain the character NUL");
    }
    return literal.text();
  }

  /** The family in which a constant is compared with an attribute of a family. */
  static Family fitting(Literal literal, Family family) {
    return family == Family.INTEGER && isNumber(literal) && !isWhole(literal)
        ? Family.NUMBER
        : family;
  }

  private static Object number(Literal literal, Family family) {
    if (!isNumber(literal)) {
      throw mismatch(literal, "number");
    }
    BigDecimal number = new BigDecimal(literal.text());
    return family == Family.NUMBER ? number.toPlainString() : number.longValueExact();
  }

  private static boolean isNumber(Literal literal) {
    return literal.kind() != Literal.Kind.BOOLEAN && NUMBER_FORM.matcher(literal.text()).matches();
  }

  private static boolean isWhole(Literal literal) {
    BigDecimal number = new BigDecimal(literal.text());
    return number.stripTrailingZeros().scale() <= 0
        && number.toBigInteger().bitLength() < Long.SIZE;
  }

  private static Boolean bool(Literal literal) {
    String text = literal.text().toLowerCase(Locale.ROOT);
    if (literal.kind() == Literal.Kind.NUMBER || !text.equals("true") && !text.equals("false")) {
      throw mismatch(literal, "boolean");
    }
    return text.equals("true");
  }

  private static UUID uuid(Literal literal) {
    String text = literal.text().toLowerCase(Locale.ROOT);
    if (!UUID_FORM.matcher(text).matches()) {
      throw mismatch(literal, "uuid");
    }
    return UUID.fromString(text);
  }

  private Object time(Literal literal, Family family) {
    if (literal.kind() != Literal.Kind.STRING) {
      throw mismatch(literal, "date");
    }
    Instant time = dates.parse(literal.text()).orElseThrow(() -> mismatch(literal, "date"));
    if (family == Family.DATE) {
      return WireDates.date(time);
    }
    return family == Family.DATE_TIME ? WireDates.dateTime(time) : time.atOffset(ZoneOffset.UTC);
  }

  private static FilterException mismatch(Literal literal, String type) {
    return new FilterException("'" + literal.text() + "' is not a " + type);
  }
}
