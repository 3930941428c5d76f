package org.vestibule.auth.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A published flow, read in one locale.
 *
 * @param name the flow's name
 * @param version the concrete version
 * @param locale the locale of the call
 * @param document the flow document
 */
public record Flow(String name, String version, String locale, JsonNode document) {

  private static final String FALLBACK_LOCALE = "en-US";

  /** Whether the flow speaks this locale. */
  public static boolean speaks(JsonNode document, String locale) {
    return document.path("translations").path(locale).isObject();
  }

  /** The form of this name, when it serves this action. */
  public Optional<FlowForm> form(String form, String action) {
    JsonNode item = document.path("fields").path(form);
    return isForm(item, action) ? Optional.of(read(form, item)) : Optional.empty();
  }

  /** Every form that serves this action. */
  public List<FlowForm> forms(String action) {
    List<FlowForm> forms = new ArrayList<>();
    for (var item : document.path("fields").properties()) {
      if (isForm(item.getValue(), action)) {
        forms.add(read(item.getKey(), item.getValue()));
      }
    }
    return List.copyOf(forms);
  }

  /**
   * A mail template in the locale of the call, else in {@code en-US}; missing when there is none.
   */
  public JsonNode mailTemplate(String template) {
    JsonNode templates = document.path("mailTemplates");
    JsonNode own = templates.path(locale).path(template);
    return own.isObject() ? own : templates.path(FALLBACK_LOCALE).path(template);
  }

  /** A message of the second factor, found as a mail template is. */
  public JsonNode factorMessage(String message) {
    JsonNode messages = document.path("2faMessages");
    JsonNode own = messages.path(locale).path(message);
    return own.isObject() ? own : messages.path(FALLBACK_LOCALE).path(message);
  }

  private FlowForm read(String form, JsonNode item) {
    return new FlowReader(this, new FlowText(document.path("translations"), locale))
        .form(form, item);
  }

  private static boolean isForm(JsonNode item, String action) {
    return "form".equals(item.path("type").asText()) && action.equals(item.path("action").asText());
  }
}
