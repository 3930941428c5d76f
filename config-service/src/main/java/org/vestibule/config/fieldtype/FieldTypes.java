package org.vestibule.config.fieldtype;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of form fields and the members that a field of each may have (configuration.md 5). */
enum FieldTypes {
  TEXT("text", "placeholder", "justString"),
  EMAIL("email", "placeholder"),
  PASSWORD("password", "placeholder"),
  CHECKBOX("checkbox", "preChecked", "submitValue", "value"),
  RADIO("radio", "options"),
  SELECT("select", "options", "justString"),
  TEXTAREA("textarea", "placeholder"),
  DATESELECT(
      "dateselect",
      "dateFormat",
      "yearStart",
      "yearEnd",
      "monthNames",
      "dayLabelDateSelect",
      "monthLabelDateSelect",
      "yearLabelDateSelect"),
  READONLY("readonly", "submitValue", "value"),
  HIDDEN("hidden", "submitValue", "value"),
  MULTI_IDENTIFIER("multiIdentifierAuth", "placeholder");

  private static final List<String> BEFORE = List.of("label", "tip");
  private static final List<String> AFTER =
      List.of("socialProfileData", "validation", "emptyMeansNull", "ignoreUpdate");

  private final String wireName;
  private final List<String> own;

  FieldTypes(String wireName, String... own) {
    this.wireName = wireName;
    this.own = List.of(own);
  }

  static Optional<FieldTypes> of(String wireName) {
    return Stream.of(values()).filter(it -> it.wireName.equals(wireName)).findFirst();
  }

  String wireName() {
    return wireName;
  }

  List<String> members() {
    String attribute = this == MULTI_IDENTIFIER ? "schemaAttributes" : "schemaAttribute";
    return Stream.of(List.of(attribute), BEFORE, own, AFTER).flatMap(List::stream).toList();
  }
}
