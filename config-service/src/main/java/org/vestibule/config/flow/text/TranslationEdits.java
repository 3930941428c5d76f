package org.vestibule.config.flow.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vestibule.config.flow.Edited;
import org.vestibule.config.flow.FlowEdit;
import org.vestibule.config.flow.VersionNote;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.document.Locales;
import org.vestibule.config.flow.document.NewKeys;
import org.vestibule.config.flow.document.Section;
import org.vestibule.config.flow.document.TextPaths;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;

/** Changes of translations (configuration.md 10.3-10.5). */
final class TranslationEdits {
  private static final String ADDED = "Added translations.";
  private static final String UPDATED = "Updated translations.";

  private TranslationEdits() {}

  /** The keys of the new texts are the object, one line each. */
  static FlowEdit create(EdgeRequest request, NewKeys keys) {
    return head -> {
      GivenTexts given = GivenTexts.read(request);
      FlowDocument document = withLocales(head.document(), given);
      Map<String, ObjectNode> texts = new LinkedHashMap<>();
      for (GivenTexts.Entry entry : given.entries()) {
        texts.put(keys.next(), texts(document.locales(), entry));
      }
      String made = String.join("\n", texts.keySet());
      return new Edited(document.withAll(Section.TEXT, texts), ADDED, made);
    };
  }

  private static ObjectNode texts(List<String> locales, GivenTexts.Entry entry) {
    ObjectNode texts = Json.object();
    for (String locale : locales) {
      if (!entry.texts().containsKey(locale)) {
        throw FlowError.MISSING_TRANSLATION.exception(locale);
      }
      Locales.set(texts, locale, entry.texts().get(locale));
    }
    return texts;
  }

  private static FlowDocument withLocales(FlowDocument document, GivenTexts given) {
    FlowDocument changed = document;
    for (String locale : given.locales()) {
      changed = Locales.add(changed, locale);
    }
    return changed;
  }

  static FlowEdit update(EdgeRequest request) {
    return head -> {
      GivenTexts given = GivenTexts.read(request);
      FlowDocument document = withLocales(head.document(), given);
      Map<String, ObjectNode> changed = new LinkedHashMap<>();
      given.entries().forEach(it -> changed.put(it.key(), merged(document, changed, it)));
      return new Edited(document.withAll(Section.TEXT, changed), UPDATED, "");
    };
  }

  private static ObjectNode merged(
      FlowDocument document, Map<String, ObjectNode> changed, GivenTexts.Entry entry) {
    ObjectNode texts = changed.get(entry.key());
    if (texts == null) {
      texts =
          document
              .find(Section.TEXT, entry.key())
              .orElseThrow(FlowError.TRANSLATION_NOT_FOUND::exception)
              .deepCopy();
    }
    ObjectNode target = texts;
    entry.texts().forEach((locale, text) -> Locales.set(target, locale, text));
    return target;
  }

  static FlowEdit delete(String key) {
    return head -> {
      if (head.document().find(Section.TEXT, key).isEmpty()) {
        throw FlowError.TRANSLATION_NOT_FOUND.exception();
      }
      if (!TextPaths.of(head.document()).of(key).isEmpty()) {
        throw FlowError.TRANSLATION_IN_USE.exception();
      }
      FlowDocument changed = head.document().without(Section.TEXT, key);
      return new Edited(changed, VersionNote.removed("translation", key), key);
    };
  }
}
