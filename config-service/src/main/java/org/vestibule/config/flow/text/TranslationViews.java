package org.vestibule.config.flow.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.config.flow.document.Locales;
import org.vestibule.config.flow.document.Section;
import org.vestibule.config.flow.document.TextPaths;
import org.vestibule.config.flow.document.TextView;
import org.vestibule.config.flow.document.WireDocument;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.platform.json.Json;

/** Translations and locales on the wire (configuration.md 7.1, 7.2, 10.1 and 10.2). */
final class TranslationViews {
  private TranslationViews() {}

  static JsonNode locales(FlowHead head) {
    return head.list("/locales", head.document().locales());
  }

  static JsonNode locale(FlowHead head, String locale) {
    Locales.require(head.document(), locale);
    return WireDocument.texts(head.document(), locale);
  }

  static ObjectNode one(FlowHead head, String key) {
    if (head.document().find(Section.TEXT, key).isEmpty()) {
      throw FlowError.TRANSLATION_NOT_FOUND.exception();
    }
    return TextView.reference(head, key, TextPaths.of(head.document()).of(key));
  }

  static ArrayNode list(FlowHead head) {
    return list(head, head.document().all(Section.TEXT).keySet());
  }

  static ArrayNode list(FlowHead head, Collection<String> keys) {
    TextPaths paths = TextPaths.of(head.document());
    ArrayNode list = Json.array();
    keys.forEach(it -> list.add(TextView.reference(head, it, paths.of(it))));
    return list;
  }

  static String csv(FlowHead head) {
    TextPaths paths = TextPaths.of(head.document());
    List<String> locales = head.document().locales();
    StringBuilder csv = new StringBuilder();
    Csv.write(csv, row("path", "key", locales));
    for (String key : head.document().all(Section.TEXT).keySet()) {
      Csv.write(csv, row(paths.of(key), key, Locales.texts(head.document(), key).values()));
    }
    return csv.toString();
  }

  private static List<String> row(String path, String key, Collection<String> texts) {
    List<String> row = new ArrayList<>(List.of(path, key));
    row.addAll(texts);
    return row;
  }
}
