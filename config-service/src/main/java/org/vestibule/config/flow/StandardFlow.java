package org.vestibule.config.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.vestibule.platform.json.Json;

/** The flow {@code standard} that every new application gets (configuration.md 16). */
@ApplicationScoped
class StandardFlow {
  static final String NAME = "standard";
  static final String LOCALE = "en-US";
  private static final String RESOURCE = "/flows/standard.json";

  private final ObjectNode document;

  StandardFlow() {
    this.document = TranslationKeys.assign((ObjectNode) Json.parse(resource()));
  }

  /** A copy of the document with its name and version in front. */
  ObjectNode document(String version) {
    ObjectNode copy = Json.object().put("name", NAME).put("version", version);
    return copy.setAll(document.deepCopy());
  }

  private static String resource() {
    try (InputStream in = StandardFlow.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + RESOURCE, unreadable);
    }
  }
}
