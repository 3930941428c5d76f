package org.vestibule.auth.nativecall;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vestibule.auth.form.FieldType;
import org.vestibule.auth.form.Flow;
import org.vestibule.auth.form.FlowForm;
import org.vestibule.auth.form.FormField;
import org.vestibule.platform.json.Json;

/** The form that a social sign-in is asked to fill in, where the call or the flow names none. */
final class SocialForm {
  private static final String NAME = "socialRegistrationForm";
  private static final List<FormField> FIELDS =
      List.of(
          field("firstName", FieldType.TEXT, "givenName"),
          field("lastName", FieldType.TEXT, "familyName"),
          field("emailAddress", FieldType.EMAIL, "email"),
          field("displayName", FieldType.TEXT, "displayName"));

  private SocialForm() {}

  /** The standard form of the flow, its only one, or the built-in one. */
  static FlowForm of(Flow flow, String action) {
    return flow.form(NAME, action).or(() -> only(flow, action)).orElseGet(() -> builtIn(flow));
  }

  /** For a call without a flow. */
  static FlowForm builtIn(String locale) {
    return builtIn(new Flow("", "", locale, Json.object()));
  }

  private static FlowForm builtIn(Flow flow) {
    return new FlowForm(flow, NAME, FIELDS, Set.of(), Map.of());
  }

  private static Optional<FlowForm> only(Flow flow, String action) {
    return Optional.of(flow.forms(action)).filter(it -> it.size() == 1).map(it -> it.get(0));
  }

  private static FormField field(String name, FieldType type, String attribute) {
    return new FormField(name, name, type, List.of(attribute), name, Set.of(), List.of());
  }
}
