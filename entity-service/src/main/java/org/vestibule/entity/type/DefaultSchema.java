package org.vestibule.entity.type;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.SchemaNotation;

/** The schema of the entity type that every new application gets. */
final class DefaultSchema {
  static final String TYPE_NAME = "user";
  private static final String RESOURCE = "/schema/user.schema";

  private DefaultSchema() {}

  static Schema read() {
    try (InputStream resource = DefaultSchema.class.getResourceAsStream(RESOURCE)) {
      return SchemaNotation.parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
