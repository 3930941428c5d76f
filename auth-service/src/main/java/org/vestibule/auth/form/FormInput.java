package org.vestibule.auth.form;

import java.util.HashMap;
import java.util.Map;

/** The input of every field of a form, by parameter name. */
public final class FormInput {
  private final Map<String, FieldInput> byParameter = new HashMap<>();

  FormInput(FlowForm form, FormParameters parameters) {
    InputReader reader = new InputReader(parameters);
    form.fields().forEach(field -> byParameter.put(field.parameter(), reader.read(field)));
  }

  FieldInput of(FormField field) {
    return byParameter.getOrDefault(field.parameter(), FieldInput.ABSENT);
  }

  /** The text of another field; empty when the form does not have it. */
  String text(String parameter) {
    return byParameter.getOrDefault(parameter, FieldInput.ABSENT).text();
  }
}
