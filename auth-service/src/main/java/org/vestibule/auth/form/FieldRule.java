package org.vestibule.auth.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One validation rule of a field, its message read in the locale of the call.
 *
 * @param name the rule's name, such as {@code minLength}
 * @param value the rule's argument
 * @param message the flow's text, when it has one
 */
public record FieldRule(String name, JsonNode value, Optional<String> message) {

  /** A rule whose argument is {@code false} is switched off. */
  public boolean isOn() {
    return !value.isNull() && !value.isMissingNode() && !"false".equals(value.asText());
  }

  /** The argument as text: a name of a format, of a field or of a setting. */
  public String text() {
    return value.asText();
  }

  /** The argument as a number, or the given one when it is none. */
  public int number(int otherwise) {
    return value.asInt(otherwise);
  }
}
