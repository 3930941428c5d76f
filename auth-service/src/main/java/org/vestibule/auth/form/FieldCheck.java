package org.vestibule.auth.form;

import java.util.Optional;

/** Puts one field of a form to its rules and collects what is wrong with it. */
final class FieldCheck {
  private final RuleContext context;
  private final FormField field;
  private final FieldInput input;
  private final InvalidFields invalid;

  FieldCheck(RuleContext context, FieldInput input, InvalidFields invalid) {
    this.context = context;
    this.field = context.field();
    this.input = input;
    this.invalid = invalid;
  }

  void run(Optional<String> attributeType) {
    if (!input.readable()) {
      failDateOrFormat(field.type() == FieldType.DATESELECT);
    } else if (isMissing()) {
      checkMissing();
    } else {
      checkValue(attributeType);
    }
  }

  /** A checkbox is its presence; every other input is its text. */
  private boolean isMissing() {
    return field.type() == FieldType.CHECKBOX ? !input.present() : input.isEmpty();
  }

  private void checkMissing() {
    if (field.rule("required").isPresent()) {
      fail("required");
    } else if (field.rule("alongWith").filter(this::isCompanionGiven).isPresent()) {
      fail("alongWith");
    } else if (field.rule("match").filter(rule -> isGiven(rule.text())).isPresent()) {
      fail("match");
    }
  }

  private boolean isCompanionGiven(FieldRule rule) {
    if (!rule.value().isArray()) {
      return isGiven(rule.text());
    }
    boolean given = false;
    for (var name : rule.value()) {
      given |= isGiven(name.asText());
    }
    return given;
  }

  private boolean isGiven(String other) {
    return !context.others().apply(other).isEmpty();
  }

  private void checkValue(Optional<String> attributeType) {
    if (field.type() == FieldType.CHECKBOX) {
      return;
    }
    if (field.type().isPassword()
        && RuleChecks.bytes(input.text()) > RuleChecks.LONGEST_PASSWORD_BYTES) {
      fail("maxLength");
      return;
    }
    checkType(attributeType);
    field.rules().stream()
        .filter(FieldRule::isOn)
        .filter(rule -> !RuleChecks.pass(context, rule, input.text()))
        .forEach(rule -> fail(rule.name()));
  }

  private void checkType(Optional<String> attributeType) {
    boolean date = field.type() == FieldType.DATESELECT;
    String type = date ? "date" : attributeType.orElse("string");
    if (AttributeValue.of(type, input.text()).isEmpty()) {
      failDateOrFormat(type.equals("date"));
    }
  }

  /** A flow tells its text for a date that is none with the rule "format". */
  private void failDateOrFormat(boolean date) {
    fail(date && field.rule("format").isEmpty() ? "date" : "format");
  }

  private void fail(String rule) {
    invalid.add(field.name(), field.message(rule));
  }
}
