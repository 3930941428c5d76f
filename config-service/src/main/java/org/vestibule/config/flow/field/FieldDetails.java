package org.vestibule.config.flow.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.vestibule.config.flow.wire.FlowError;

/** The members of single types that need no translation (configuration.md 5.1). */
public final class FieldDetails {
  private static final Pattern DATE_FORMAT =
      Pattern.compile("(?=.*mm)(?=.*dd)(?=.*yyyy)(mm|dd|yyyy)/(mm|dd|yyyy)/(mm|dd|yyyy)");
  private static final Pattern YEAR = Pattern.compile("[+-]?\\d{1,4}");
  private static final Pattern ELEMENT = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{0,50}");
  private static final Pattern ATTRIBUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{0,50}");
  private static final Pattern RUNNING =
      Pattern.compile(
          "(?i)href|src|srcdoc|srcset|action|formaction|style|xmlns|data|background|key");
  private static final int LONGEST = 1_000;
  private static final int MOST_ATTRIBUTES = 50;
  private static final Map<String, Detail> DETAILS = details();

  private FieldDetails() {}

  private static Map<String, Detail> details() {
    Map<String, Detail> all = new LinkedHashMap<>();
    Detail flag = new Detail("true or false", JsonNode::isBoolean);
    Detail scalar = new Detail("a string, a number or a truth value", FieldDetails::isScalar);
    Detail year = new Detail("a year such as 1950 or an offset such as -100", FieldDetails::isYear);
    all.put("preChecked", flag);
    all.put("submitValue", scalar);
    all.put("value", scalar);
    all.put(
        "dateFormat",
        new Detail("mm, dd and yyyy in any order with / between", it -> fits(DATE_FORMAT, it)));
    all.put("yearStart", year);
    all.put("yearEnd", year);
    all.put("emptyMeansNull", flag);
    all.put("ignoreUpdate", flag);
    all.put("justString", flag);
    all.put("element", new Detail("the name of an HTML element", it -> fits(ELEMENT, it)));
    all.put("elementValue", scalar);
    all.put(
        "elementAttributes",
        new Detail("an object of HTML attributes that run no script", FieldDetails::areAttributes));
    return all;
  }

  static void copy(ObjectNode body, ObjectNode field) {
    DETAILS.keySet().forEach(member -> copy(body, member, field));
  }

  /** Copies one member that is given, or refuses it. */
  public static void copy(ObjectNode body, String member, ObjectNode item) {
    JsonNode value = body.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return;
    }
    Detail detail = DETAILS.get(member);
    if (!detail.fits.test(value)) {
      throw FlowError.MUST_BE.at(member, detail.form);
    }
    item.set(member, value);
  }

  private static boolean isScalar(JsonNode value) {
    return value.isValueNode() && !value.isNull() && value.asText().length() <= LONGEST;
  }

  private static boolean isYear(JsonNode value) {
    return (value.isTextual() || value.isIntegralNumber())
        && YEAR.matcher(value.asText()).matches();
  }

  private static boolean fits(Pattern pattern, JsonNode value) {
    return value.isTextual() && pattern.matcher(value.textValue()).matches();
  }

  private static boolean areAttributes(JsonNode value) {
    return value.isObject()
        && value.size() <= MOST_ATTRIBUTES
        && value.properties().stream().allMatch(it -> isAttribute(it.getKey(), it.getValue()));
  }

  /** Handlers and addresses would run a script of whoever may edit the flow. */
  private static boolean isAttribute(String name, JsonNode value) {
    return ATTRIBUTE.matcher(name).matches()
        && !name.regionMatches(true, 0, "on", 0, 2)
        && !RUNNING.matcher(name).matches()
        && isScalar(value);
  }

  private record Detail(String form, Predicate<JsonNode> fits) {}
}
