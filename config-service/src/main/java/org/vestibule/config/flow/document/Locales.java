package org.vestibule.config.flow.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.vestibule.config.flow.wire.FlowError;

/** The locales of a flow and the texts in them. */
public final class Locales {
  /** The locale that every flow starts with and that others fall back to. */
  public static final String DEFAULT = "en-US";

  private static final Pattern FORM =
      Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\\d{3}))?");

  private Locales() {}

  /** Refuses the path of a locale that the flow does not speak. */
  public static void require(FlowDocument document, String locale) {
    if (!document.speaks(locale)) {
      throw FlowError.LOCALE_NOT_FOUND.exception();
    }
  }

  /** The flow with one more locale, whose mails and messages are those of the default one. */
  public static FlowDocument add(FlowDocument document, String locale) {
    if (document.speaks(locale)) {
      return document;
    }
    if (!FORM.matcher(locale).matches()) {
      throw FlowError.LOCALE_NAME.exception(locale);
    }
    ArrayNode locales = ((ArrayNode) document.root().get("locales")).deepCopy().add(locale);
    FlowDocument known = document.withRoot("locales", locales);
    FlowDocument mails = LocalizedParts.copy(known, Section.MAIL, DEFAULT, locale);
    return LocalizedParts.copy(mails, Section.MESSAGE, DEFAULT, locale);
  }

  /** The flow with texts of one key replaced; an empty text is none. */
  public static FlowDocument put(FlowDocument document, String key, Map<String, String> texts) {
    ObjectNode body = document.find(Section.TEXT, key).map(ObjectNode::deepCopy).orElseThrow();
    texts.forEach((locale, text) -> set(body, locale, text));
    return document.with(Section.TEXT, key, body);
  }

  /** Sets or removes a text of a part that is not yet in a flow. */
  public static void set(ObjectNode body, String locale, String text) {
    if (text.length() > DocumentLimits.TEXT) {
      throw FlowError.TEXT_TOO_LONG.exception(DocumentLimits.TEXT);
    }
    if (text.isEmpty()) {
      body.remove(locale);
    } else {
      body.put(locale, text);
    }
  }

  /** The texts of a key in every locale of the flow; a missing one is empty. */
  public static Map<String, String> texts(FlowDocument document, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    ObjectNode body = document.find(Section.TEXT, key).orElseThrow();
    document.locales().forEach(it -> texts.put(it, body.path(it).asText()));
    return texts;
  }
}
