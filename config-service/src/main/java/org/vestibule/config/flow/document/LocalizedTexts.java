package org.vestibule.config.flow.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.platform.json.Json;

/**
 * Plain texts of one locale: a text that is new in the flow becomes the text of every locale, so
 * that no label is blank.
 */
public final class LocalizedTexts extends TextSlots {
  private final String locale;

  /** Reads texts of the locale into this flow. */
  public LocalizedTexts(FlowDocument document, NewKeys keys, String locale) {
    super(document, keys);
    this.locale = locale;
  }

  @Override
  Optional<String> read(String member, JsonNode given, JsonNode present) {
    if (!given.isTextual()) {
      throw FlowError.MUST_BE.at(member, "a string");
    }
    String text = given.textValue();
    String key = present.path("key").asText();
    return document().find(Section.TEXT, key).isPresent()
        ? Optional.of(replaced(key, text))
        : Optional.of(text).filter(it -> !it.isEmpty()).map(this::everywhere);
  }

  private String replaced(String key, String text) {
    change(Locales.put(document(), key, Map.of(locale, text)));
    return key;
  }

  private String everywhere(String text) {
    ObjectNode texts = Json.object();
    document().locales().forEach(it -> Locales.set(texts, it, text));
    return create(texts);
  }
}
