package org.vestibule.auth.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form of a flow with its inputs in order.
 *
 * @param name the form's name, the key of messages about the form as a whole
 * @param fields the inputs; controls without a value are left out
 * @param messages the form's own texts by rule name
 */
public record FlowForm(String name, List<FormField> fields, Map<String, String> messages) {

  /** The field that holds the password. */
  public Optional<FormField> passwordField() {
    return fields.stream().filter(field -> field.type().isPassword()).findFirst();
  }

  /** The field that says who signs in: the first one that is no password. */
  public Optional<FormField> identifierField() {
    return fields.stream()
        .filter(field -> !field.type().isPassword() && field.attribute().isPresent())
        .findFirst();
  }

  /** The field that is stored in this attribute. */
  public Optional<FormField> fieldOf(String attribute) {
    return fields.stream().filter(field -> field.attributes().contains(attribute)).findFirst();
  }

  /** The text for refused credentials, one and the same for every cause. */
  public String invalidCredentials() {
    return messages.getOrDefault("invalidPassword", BuiltInMessages.INVALID_CREDENTIALS);
  }
}
