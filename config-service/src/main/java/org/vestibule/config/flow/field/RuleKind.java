package org.vestibule.config.flow.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vestibule.config.flow.Items;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.wire.FlowError;

/** What kind of value a validation rule takes. */
enum RuleKind {
  FLAG("true or false"),
  LENGTH("a number from 0 to 1000000"),
  FORMAT("the name of a format"),
  FIELD("the name of another field"),
  SETTING("the name of a setting"),
  FUNCTION("the name of a function");

  private static final int LONGEST = 1_000_000;
  private static final Pattern SETTING_NAME = Pattern.compile("\\S{1,255}");
  private static final Pattern FUNCTION_NAME = Pattern.compile("[A-Za-z_$][\\w$.]{0,200}");
  private static final Set<String> FORMATS =
      Set.of(
          "alpha",
          "alphaExtended",
          "alphaExtendedSpaces",
          "alphaNumeric",
          "alphaNumericExtended",
          "email",
          "i18nAlphaNumeric",
          "noWhitespace",
          "numeric",
          "numericReal",
          "phone",
          "phoneInternational",
          "zipCode",
          "zipCode+4");
  private static final Map<String, RuleKind> KINDS =
      Map.ofEntries(
          Map.entry("required", FLAG),
          Map.entry("unique", FLAG),
          Map.entry("notBreached", FLAG),
          Map.entry("minLength", LENGTH),
          Map.entry("maxLength", LENGTH),
          Map.entry("format", FORMAT),
          Map.entry("match", FIELD),
          Map.entry("matchOptions", FLAG),
          Map.entry("minYears", LENGTH),
          Map.entry("alongWith", FIELD),
          Map.entry("blacklist", SETTING),
          Map.entry("whitelist", SETTING),
          Map.entry("emailDomainBlacklist", SETTING),
          Map.entry("emailDomainsBlacklist", SETTING),
          Map.entry("serverRegexSetting", SETTING),
          Map.entry("clientFunctionName", FUNCTION),
          Map.entry("disableClientSide", FLAG));

  /** Rules that only some types of fields may have. */
  private static final Map<String, Set<String>> TYPES =
      Map.ofEntries(
          Map.entry("minLength", FieldTypes.TEXTS),
          Map.entry("maxLength", FieldTypes.TEXTS),
          Map.entry("format", Set.of("text", "email", "password", "textarea", FieldTypes.DATE)),
          Map.entry("matchOptions", FieldTypes.CHOICES),
          Map.entry("notBreached", Set.of("password")),
          Map.entry("minYears", Set.of(FieldTypes.DATE)),
          Map.entry("blacklist", FieldTypes.TEXTS),
          Map.entry("whitelist", FieldTypes.TEXTS),
          Map.entry("emailDomainBlacklist", Set.of("email", "text")),
          Map.entry("emailDomainsBlacklist", Set.of("email", "text")),
          Map.entry("serverRegexSetting", FieldTypes.TEXTS));

  private final String form;

  RuleKind(String form) {
    this.form = form;
  }

  static Optional<RuleKind> of(String rule) {
    return Optional.ofNullable(KINDS.get(rule));
  }

  /** Refuses a rule that the type cannot have, or a value that the rule cannot take. */
  void require(String rule, String type, JsonNode value, FlowDocument document) {
    if (TYPES.containsKey(rule) && !TYPES.get(rule).contains(type)) {
      throw FlowError.RULE_NOT_OF_TYPE.at("validation", rule, type);
    }
    if (!takes(type, value, document)) {
      throw FlowError.RULE_VALUE.at("validation", rule, form);
    }
  }

  private boolean takes(String type, JsonNode value, FlowDocument document) {
    return switch (this) {
      case FLAG -> value.isBoolean();
      case LENGTH -> value.canConvertToInt() && isLength(value);
      case FORMAT -> isFormat(type, value.asText());
      case FIELD -> areFields(value, document);
      case SETTING -> value.isTextual() && SETTING_NAME.matcher(value.textValue()).matches();
      case FUNCTION -> value.isTextual() && FUNCTION_NAME.matcher(value.textValue()).matches();
    };
  }

  private static boolean isLength(JsonNode value) {
    return value.isIntegralNumber() && value.intValue() >= 0 && value.intValue() <= LONGEST;
  }

  /** A date is checked as one; no other format fits it. */
  private static boolean isFormat(String type, String format) {
    return type.equals(FieldTypes.DATE) ? format.equals("date") : FORMATS.contains(format);
  }

  private static boolean areFields(JsonNode value, FlowDocument document) {
    List<String> fields = fields(value);
    return !fields.isEmpty()
        && fields.stream()
            .allMatch(it -> Items.find(document, it, FieldTypes::isField).isPresent());
  }

  /** One name, or a list of names. */
  static List<String> fields(JsonNode value) {
    List<String> fields = new ArrayList<>();
    if (value.isTextual()) {
      fields.add(value.textValue());
    }
    value.forEach(it -> fields.add(it.asText()));
    return fields;
  }
}
