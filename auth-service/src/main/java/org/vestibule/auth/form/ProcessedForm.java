package org.vestibule.auth.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.vestibule.platform.capture.problem.CaptureProblem;

/**
 * A form that a caller filled in, after its rules were applied.
 *
 * @param form the form
 * @param input what the caller gave
 * @param attributes the values to store, nested as the record is
 * @param invalid messages; the values must not be stored while there are any
 */
public record ProcessedForm(
    FlowForm form, FormInput input, ObjectNode attributes, InvalidFields invalid) {

  /** The rule that a new password must not be known from lists; it is on where a flow lacks it. */
  static final String SCREENED = "notBreached";

  public boolean isValid() {
    return invalid.isEmpty();
  }

  /** This form, or 390 with every message. */
  public ProcessedForm requireValid() {
    if (isValid()) {
      return this;
    }
    throw CaptureProblem.invalidFormFields(invalid.messages()).exception();
  }

  /** The text that was given for this field. */
  public String text(FormField field) {
    return input.of(field).text();
  }

  /** Fields whose value must belong to no other record, and that are good so far. */
  List<FormField> uniqueFields() {
    return form.fields().stream().filter(this::mustBeUnique).toList();
  }

  /** Fields that set a password, unless the flow excepts them, and that are good so far. */
  List<FormField> newPasswords() {
    return form.fields().stream().filter(this::setsPassword).filter(this::isScreened).toList();
  }

  private boolean setsPassword(FormField field) {
    return field.type().isPassword()
        && field.attribute().isPresent()
        && field.rule("match").isEmpty()
        && form.currentPasswordField().filter(field::equals).isEmpty();
  }

  private boolean isScreened(FormField field) {
    return !field.excepts(SCREENED) && !text(field).isEmpty() && !invalid.names(field.name());
  }

  private boolean mustBeUnique(FormField field) {
    return field.rule("unique").isPresent()
        && field.attribute().isPresent()
        && !text(field).isEmpty()
        && !invalid.names(field.name());
  }

  /** Tells the caller about a value that the store refused, at the field it came from. */
  public void refuse(String attribute, String rule, String description) {
    Optional<FormField> field = form.fieldOf(attribute);
    invalid.add(
        field.map(FormField::name).orElse(form.name()),
        field.map(found -> found.message(rule)).orElse(description));
  }
}
