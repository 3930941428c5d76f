package org.vestibule.auth.form;

import java.util.Optional;
import java.util.stream.Stream;

/** Reads the input of a field from the parameters of a request. */
final class InputReader {
  private final FormParameters parameters;

  InputReader(FormParameters parameters) {
    this.parameters = parameters;
  }

  FieldInput read(FormField field) {
    return plain(field)
        .or(() -> field.type() == FieldType.DATESELECT ? parts(field) : Optional.empty())
        .orElse(FieldInput.ABSENT);
  }

  private Optional<FieldInput> plain(FormField field) {
    return parameters
        .get(field.parameter())
        .map(value -> field.type().isTrimmed() ? value.strip() : value)
        .map(InputReader::storable);
  }

  /** PostgreSQL cannot store U+0000, so no value with one is good. */
  private static FieldInput storable(String value) {
    return value.indexOf('\0') < 0 ? FieldInput.of(value) : FieldInput.unreadable();
  }

  private Optional<FieldInput> parts(FormField field) {
    Optional<String> year = part(field, "year");
    Optional<String> month = part(field, "month");
    Optional<String> day = part(field, "day");
    if (Stream.of(year, month, day).allMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return Optional.of(date(year.orElse(""), month.orElse(""), day.orElse("")));
  }

  private Optional<String> part(FormField field, String part) {
    return parameters.get(field.parameter() + "[dateselect_" + part + "]").map(String::strip);
  }

  private static FieldInput date(String year, String month, String day) {
    if ((year + month + day).isEmpty()) {
      return FieldInput.of("");
    }
    boolean complete = isDigits(year, 4, 4) && isDigits(month, 1, 2) && isDigits(day, 1, 2);
    return complete
        ? FieldInput.of(year + "-" + padded(month) + "-" + padded(day))
        : FieldInput.unreadable();
  }

  private static boolean isDigits(String text, int least, int most) {
    return text.length() >= least
        && text.length() <= most
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String padded(String part) {
    return part.length() == 1 ? "0" + part : part;
  }
}
