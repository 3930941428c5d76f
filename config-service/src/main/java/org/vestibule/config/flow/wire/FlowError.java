package org.vestibule.config.flow.wire;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.Stream;
import org.vestibule.config.wire.FlowRefusal;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ProblemException;

/** The table of statuses and texts of everything below {@code /flows} (configuration.md 0.5). */
public enum FlowError {
  FLOW_NOT_FOUND(404, "Flow not found."),
  VERSION_NOT_FOUND(404, "Flow Version not found."),
  FIELD_NOT_FOUND(404, "Field not found."),
  FORM_NOT_FOUND(404, "Form not found."),
  SCREEN_NOT_FOUND(404, "Screen not found."),
  STRING_NOT_FOUND(404, "String not found."),
  TRANSLATION_NOT_FOUND(404, "Translation string not found."),
  LOCALE_NOT_FOUND(404, "Locale not found."),
  MAIL_TEMPLATE_NOT_FOUND(404, "Mail template not found."),
  LINK_NOT_FOUND(404, "Link not found."),
  MESSAGE_NOT_FOUND(404, "Message not found."),
  UPGRADE_NOT_FOUND(404, "Upgrade not found."),
  EXISTS(409, "%s '%s' already exists."),
  IN_USE_BY_FORMS(409, "%s is in use by forms: %s"),
  TRANSLATION_IN_USE(409, "Cannot delete a translation key that is still in use"),
  TOO_MANY(409, "There may be at most %2$s %1$s."),
  TOO_LARGE(400, "The flow would become too large."),
  NOT_STORABLE(400, "A text holds characters that cannot be stored."),
  MISSING(400, "Missing payload argument '%s'."),
  REQUIRED(400, "Missing data for required field."),
  SAME_APPLICATION(400, "Source and target application are the same."),
  NAME_FORM(400, "%s name may only include upper or lower case letters, numbers and underscore."),
  NAME_MISMATCH(
      400,
      "%s name in URL path and request body must match."
          + " Got '%s' in the URL and '%s' in the request body."),
  TYPE_FIXED(400, "Field type cannot be changed."),
  ACTION_FIXED(400, "Form action cannot be changed."),
  NOT_A_FIELD_TYPE(400, "'%s' is not a field type."),
  NOT_A_FORM_ACTION(400, "'%s' is not a form action."),
  NOT_AN_ENTITY_TYPE(400, "'%s' is not an entity type."),
  NOT_AN_ATTRIBUTE(400, "'%s' is not an attribute of entity type '%s'."),
  NOT_A_RULE(400, "'%s' is not a validation rule."),
  RULE_NOT_OF_TYPE(400, "Rule '%s' cannot be used with type '%s'."),
  RULE_VALUE(400, "The value of rule '%s' must be %s."),
  RULE_TWICE(400, "Rule '%s' is given twice."),
  RULE_NOT_OF_ACTION(400, "Rule '%s' can only be used with action '%s'."),
  UNKNOWN_FIELD(400, "Field not found."),
  UNKNOWN_TRANSLATION(400, "Translation string not found."),
  UNKNOWN_LOCALE(400, "Unknown locale '%s'."),
  LOCALE_NAME(400, "'%s' is not a locale name such as 'en-US'."),
  MISSING_TRANSLATION(400, "Missing translation for locale '%s'."),
  VALUE_OR_SCHEMA(400, "Provide either 'value' or 'schemaId', but not both."),
  MUST_BE(400, "Must be %s."),
  TEXT_TOO_LONG(400, "A text may have at most %s characters."),
  LONG_LINE(400, "No line may exceed 998 characters."),
  TEMPLATE(400, "The template is malformed: %s."),
  TEMPLATE_OUTPUT(400, "The template cannot be rendered: %s."),
  NOT_TEXT(400, "The request body is not UTF-8 text."),
  NOT_A_LIST(400, "The request body is not a list of translations."),
  CSV(400, "The request body is not CSV: %s.");

  private static final int LONGEST_ECHO = 200;

  private final int status;
  private final String pattern;

  FlowError(int status, String pattern) {
    this.status = status;
    this.pattern = pattern;
  }

  /** The refusal whose {@code errors} is the text. */
  public ProblemException exception(Object... values) {
    return new FlowRefusal(status, TextNode.valueOf(text(values))).exception();
  }

  /** The refusal whose {@code errors} is an object that names the wrong member of the body. */
  public ProblemException at(String member, Object... values) {
    return new FlowRefusal(status, Json.object().put(cut(member), text(values))).exception();
  }

  /** What the caller is told; values of the caller are cut. */
  public String text(Object... values) {
    return pattern.formatted(Stream.of(values).map(FlowError::shortened).toArray());
  }

  private static Object shortened(Object value) {
    return value instanceof String text ? cut(text) : value;
  }

  private static String cut(String text) {
    return WellFormed.text(text.substring(0, Math.min(text.length(), LONGEST_ECHO)));
  }
}
