package org.vestibule.config.flow.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.platform.json.Json;

/** How a translatable member is shown: as a reference with its texts, or as one text. */
@FunctionalInterface
public interface TextView {
  /** What is shown for the key. */
  JsonNode of(String key);

  /** References with the texts of all locales (configuration.md 5.2). */
  static TextView keyed(FlowHead head) {
    TextPaths paths = TextPaths.of(head.document());
    return key -> reference(head, key, paths.of(key));
  }

  /** The text of one locale. */
  static TextView localized(FlowHead head, String locale) {
    FlowDocument document = head.document();
    return key ->
        TextNode.valueOf(
            document.find(Section.TEXT, key).map(it -> it.path(locale).asText()).orElse(""));
  }

  /** A key with its path and texts. */
  static ObjectNode reference(FlowHead head, String key, String path) {
    ObjectNode json = Json.object();
    json.put("_self", head.path("/translations/" + key)).put("key", key).put("path", path);
    ObjectNode values = json.putObject("values");
    if (head.document().find(Section.TEXT, key).isPresent()) {
      Locales.texts(head.document(), key).forEach(values::put);
    }
    return json;
  }
}
