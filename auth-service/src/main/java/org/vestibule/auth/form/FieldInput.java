package org.vestibule.auth.form;

/**
 * What a caller gave for one field.
 *
 * @param present whether the parameter was there at all
 * @param text the value, trimmed where the field's type is
 * @param readable false when parts of a value do not make one
 */
public record FieldInput(boolean present, String text, boolean readable) {
  static final FieldInput ABSENT = new FieldInput(false, "", true);

  static FieldInput of(String text) {
    return new FieldInput(true, text, true);
  }

  static FieldInput unreadable() {
    return new FieldInput(true, "?", false);
  }

  /** Absent or present without a value. */
  public boolean isEmpty() {
    return text.isEmpty();
  }
}
