package org.vestibule.config.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.document.Section;
import org.vestibule.config.flow.wire.FlowError;

/** The fields, forms, strings and links of a flow, which share one name space. */
public final class Items {
  /** The type of forms among the items. */
  public static final String FORM = "form";

  /** The type of strings among the items. */
  public static final String STRING = "string";

  /** The type of links among the items. */
  public static final String LINK = "link";

  private Items() {}

  /** The type of an item. */
  public static String type(JsonNode item) {
    return item.path("type").asText();
  }

  /** The names of all items of the types that fit. */
  public static List<String> names(FlowDocument document, Predicate<String> type) {
    return document.all(Section.ITEM).entrySet().stream()
        .filter(it -> type.test(type(it.getValue())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** An item whose type fits, or empty. */
  public static Optional<ObjectNode> find(
      FlowDocument document, String name, Predicate<String> type) {
    return document.find(Section.ITEM, name).filter(it -> type.test(type(it)));
  }

  /** The name of a form's entry, which is a text or an object. */
  public static String entryName(JsonNode entry) {
    return entry.isTextual() ? entry.textValue() : entry.path("name").asText();
  }

  /** The names of the forms that an item stands in. */
  public static List<String> formsWith(FlowDocument document, String item) {
    return document.all(Section.ITEM).entrySet().stream()
        .filter(it -> FORM.equals(type(it.getValue())) && holds(it.getValue(), item))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean holds(JsonNode form, String item) {
    for (JsonNode entry : form.path("fields")) {
      if (entryName(entry).equals(item)) {
        return true;
      }
    }
    return false;
  }

  /** The flow with an item taken out of all forms and of itself. */
  public static FlowDocument remove(FlowDocument document, String name) {
    FlowDocument changed = document.without(Section.ITEM, name);
    for (String form : formsWith(document, name)) {
      ObjectNode body = changed.find(Section.ITEM, form).orElseThrow().deepCopy();
      body.withArray("/fields").removeIf(entry -> entryName(entry).equals(name));
      changed = changed.with(Section.ITEM, form, body);
    }
    return changed;
  }

  /** Refuses to remove an item that forms hold. */
  public static void requireUnused(FlowDocument document, String kind, String name) {
    List<String> forms = formsWith(document, name);
    if (!forms.isEmpty()) {
      throw FlowError.IN_USE_BY_FORMS.exception(kind, String.join(", ", forms));
    }
  }
}
