package org.vestibule.auth.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A form of a flow with its inputs in order.
 *
 * @param flow the flow that has it
 * @param name the form's name, the key of messages about the form as a whole
 * @param fields the inputs; controls without a value are left out
 * @param rules the form's own rules that are switched on
 * @param messages the form's own texts by rule name
 */
public record FlowForm(
    Flow flow,
    String name,
    List<FormField> fields,
    Set<String> rules,
    Map<String, String> messages) {
  private static final String AUTHENTICATES = "requireAuthFields";
  private static final String DISCLOSES = "checkIdentifier";

  /** The field that holds the password. */
  public Optional<FormField> passwordField() {
    return fields.stream().filter(field -> field.type().isPassword()).findFirst();
  }

  /**
   * The field whose password must be the record's and is never stored: of a form that asks for the
   * current one, the first password that belongs to no pair of equal ones.
   */
  public Optional<FormField> currentPasswordField() {
    return rules.contains(AUTHENTICATES)
        ? fields.stream().filter(field -> field.type().isPassword() && !isPaired(field)).findFirst()
        : Optional.empty();
  }

  private boolean isPaired(FormField field) {
    return field.rule("match").isPresent()
        || fields.stream()
            .flatMap(other -> other.rule("match").stream())
            .anyMatch(rule -> rule.value().asText().equals(field.name()));
  }

  /** Whether the form tells that nobody has an address. */
  public boolean disclosesUnknown() {
    return rules.contains(DISCLOSES);
  }

  /** The text for an address that nobody has. */
  public String unknownAccount() {
    return messages.getOrDefault(DISCLOSES, BuiltInMessages.UNKNOWN_ACCOUNT);
  }

  /** The text for a current password that is not the record's. */
  public String wrongPassword() {
    return messages.getOrDefault(AUTHENTICATES, BuiltInMessages.WRONG_PASSWORD);
  }

  /** The field that says who signs in: the first one that is no password. */
  public Optional<FormField> identifierField() {
    return fields.stream()
        .filter(field -> !field.type().isPassword() && field.attribute().isPresent())
        .findFirst();
  }

  /**
   * The attribute that a typed identifier is looked for in: of several, addresses where addresses
   * are.
   */
  public String attributeOf(FormField identifierField, String identifier) {
    boolean isAddress = identifier.indexOf('@') >= 0;
    return identifierField.attributes().stream()
        .filter(attribute -> attribute.equals("email") == isAddress)
        .findFirst()
        .orElseGet(() -> identifierField.attributes().get(0));
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
