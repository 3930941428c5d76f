package org.vestibule.config.flow.shipped;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.vestibule.platform.json.Json;

/** A JSON object that lies in the program. */
final class ShippedJson {
  private ShippedJson() {}

  static ObjectNode read(String path) {
    try (InputStream in = ShippedJson.class.getResourceAsStream(path)) {
      return (ObjectNode) Json.parse(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + path, unreadable);
    }
  }
}
