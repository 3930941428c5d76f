package org.vestibule.config.flow.field;

import java.util.Set;

/** The types of fields (configuration.md 5.1). */
final class FieldTypes {
  static final String MULTIPLE = "multiIdentifierAuth";
  static final String DATE = "dateselect";

  /** Types with a list of values to choose from. */
  static final Set<String> CHOICES = Set.of("radio", "select");

  /** Types that a user types text into. */
  static final Set<String> TEXTS = Set.of("text", "email", "password", "textarea");

  private static final Set<String> ALL =
      Set.of(
          "text",
          "email",
          "password",
          "checkbox",
          "radio",
          "select",
          "textarea",
          DATE,
          "readonly",
          "hidden",
          MULTIPLE);

  private FieldTypes() {}

  static boolean isField(String type) {
    return ALL.contains(type);
  }
}
