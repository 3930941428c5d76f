package org.vestibule.config.flow.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.vestibule.platform.json.Json;

/**
 * Reads the translatable members of a request body within one change, and gathers the texts that
 * the body brings along.
 */
public abstract class TextSlots {
  private FlowDocument document;
  private final NewKeys keys;

  TextSlots(FlowDocument document, NewKeys keys) {
    this.document = document;
    this.keys = keys;
  }

  /**
   * The reference to store for what was given, or empty where there is no text.
   *
   * @param member the member of the body, for refusals
   * @param present the reference that the part has now, or a missing node
   */
  public final Optional<ObjectNode> take(String member, JsonNode given, JsonNode present) {
    return given.isMissingNode() || given.isNull()
        ? Optional.empty()
        : read(member, given, present).map(key -> Json.object().put("key", key));
  }

  /** The flow with the texts that were read so far. */
  public final FlowDocument document() {
    return document;
  }

  abstract Optional<String> read(String member, JsonNode given, JsonNode present);

  final void change(FlowDocument changed) {
    document = changed;
  }

  /** A new key with these texts by locale. */
  final String create(ObjectNode texts) {
    String key = keys.next();
    document = document.with(Section.TEXT, key, texts);
    return key;
  }
}
