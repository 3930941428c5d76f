package org.vestibule.auth.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The texts of a flow in one locale; a text that the locale lacks is taken from {@code en-US}. */
final class FlowText {
  private static final String FALLBACK = "en-US";

  private final JsonNode texts;
  private final JsonNode fallback;

  FlowText(JsonNode translations, String locale) {
    this.texts = translations.path(locale);
    this.fallback = translations.path(FALLBACK);
  }

  /** The text behind a translation reference, or the text itself where the document holds one. */
  Optional<String> of(JsonNode reference) {
    if (reference.isTextual()) {
      return present(reference);
    }
    String key = reference.path("key").asText();
    return present(texts.path(key)).or(() -> present(fallback.path(key)));
  }

  private static Optional<String> present(JsonNode text) {
    return Optional.of(text.asText()).filter(value -> !value.isEmpty());
  }
}
