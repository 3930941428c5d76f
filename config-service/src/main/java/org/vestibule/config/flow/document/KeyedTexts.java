package org.vestibule.config.flow.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.platform.json.Json;

/** References to translation keys, as the operations without a locale take them. */
public final class KeyedTexts extends TextSlots {
  /** Reads references into this flow. */
  public KeyedTexts(FlowDocument document, NewKeys keys) {
    super(document, keys);
  }

  @Override
  Optional<String> read(String member, JsonNode given, JsonNode present) {
    if (given.isTextual()) {
      return Optional.of(given.textValue())
          .filter(it -> !it.isEmpty())
          .map(it -> known(member, it));
    }
    if (given.path("key").isTextual()) {
      return Optional.of(known(member, given.path("key").textValue()));
    }
    if (given.path("values").isObject()) {
      return Optional.of(created(member, given.path("values")));
    }
    throw FlowError.MUST_BE.at(member, "an object with the member 'key'");
  }

  private String known(String member, String key) {
    if (document().find(Section.TEXT, key).isEmpty()) {
      throw FlowError.UNKNOWN_TRANSLATION.at(member);
    }
    return key;
  }

  private String created(String member, JsonNode values) {
    ObjectNode texts = Json.object();
    values
        .properties()
        .forEach(it -> Locales.set(texts, locale(it.getKey()), text(member, it.getValue())));
    return create(texts);
  }

  private String locale(String locale) {
    if (!document().speaks(locale)) {
      throw FlowError.UNKNOWN_LOCALE.exception(locale);
    }
    return locale;
  }

  private static String text(String member, JsonNode value) {
    if (!value.isTextual()) {
      throw FlowError.MUST_BE.at(member, "an object of strings");
    }
    return value.textValue();
  }
}
