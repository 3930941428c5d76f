package org.vestibule.config.flow.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of one locale, such as its mail templates, by their own names. */
public final class LocalizedParts {
  private LocalizedParts() {}

  /** All parts of the section that belong to the locale. */
  public static Map<String, ObjectNode> of(FlowDocument document, Section section, String locale) {
    Map<String, ObjectNode> found = new LinkedHashMap<>();
    document
        .all(section)
        .forEach(
            (stored, body) -> {
              LocalizedName name = LocalizedName.of(stored);
              if (name.locale().equals(locale)) {
                found.put(name.name(), body);
              }
            });
    return found;
  }

  /** The flow with the parts of one locale copied to another that has none of its own. */
  static FlowDocument copy(FlowDocument document, Section section, String from, String to) {
    Map<String, ObjectNode> missing = new LinkedHashMap<>();
    of(document, section, from)
        .forEach((name, body) -> missing.put(new LocalizedName(to, name).stored(), body));
    missing.keySet().removeAll(document.all(section).keySet());
    return document.withAll(section, missing);
  }
}
