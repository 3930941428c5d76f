package org.vestibule.auth.nativelogin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.vestibule.auth.form.FlowForm;
import org.vestibule.auth.form.FormField;
import org.vestibule.auth.social.SocialProfile;
import org.vestibule.platform.json.Json;

/** What a provider told, by the fields of the form that its user shall fill in. */
final class PreregFields {
  private static final String TOLD_BY = "engageData";

  private PreregFields() {}

  /** Every field of the form, null where the provider has nothing. */
  static ObjectNode of(FlowForm form, SocialProfile profile) {
    ObjectNode fields = Json.object();
    for (FormField field : form.fields()) {
      fields.put(field.parameter(), value(form, field, profile).orElse(null));
    }
    return fields;
  }

  /** From where the flow says, else by the attribute that the field is stored in. */
  private static Optional<String> value(FlowForm form, FormField field, SocialProfile profile) {
    JsonNode definition = form.flow().document().path("fields").path(field.name());
    return Optional.ofNullable(definition.path(TOLD_BY).textValue())
        .filter(path -> path.startsWith("profile."))
        .flatMap(profile::text)
        .or(() -> field.attribute().flatMap(profile::attribute));
  }
}
