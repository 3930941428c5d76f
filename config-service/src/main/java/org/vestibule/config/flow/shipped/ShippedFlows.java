package org.vestibule.config.flow.shipped;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vestibule.config.flow.document.FlowDocument;

/** The flows that every new application gets (configuration.md 16), in six languages. */
@Singleton
public class ShippedFlows {
  /** The flow of today's forms and screens. */
  public static final String STANDARD = "standard";

  /** The locale that the demo application names. */
  public static final String LOCALE = "en-US";

  /** The flow of the forms that samples of 2013 and 2014 name. */
  static final String LEGACY = "legacy";

  private final ShippedTexts texts = new ShippedTexts();
  private final Map<String, FlowDocument> documents = new LinkedHashMap<>();

  /** Reads the flows once. */
  public ShippedFlows() {
    documents.put(STANDARD, new ShippedFlow(STANDARD, texts).document());
    documents.put(LEGACY, new ShippedFlow(LEGACY, texts).document());
  }

  /** The names of the flows. */
  public List<String> names() {
    return List.copyOf(documents.keySet());
  }

  /** One of the flows. */
  public FlowDocument document(String name) {
    return documents.get(name);
  }

  /** The messages of the second factor in a locale; in English where we have none. */
  public Map<String, ObjectNode> messages(String locale) {
    return texts.messages(texts.locales().contains(locale) ? locale : LOCALE);
  }
}
