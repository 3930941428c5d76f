package org.vestibule.entity.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Schemas for tests. */
public final class TestSchemas {
  private TestSchemas() {}

  /** The schema of a new application's {@code user}. */
  public static Schema user() {
    try (InputStream resource = TestSchemas.class.getResourceAsStream("/schema/user.schema")) {
      return SchemaNotation.parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** One attribute of every type, objects in plurals and plurals in plurals. */
  public static Schema everything() {
    return SchemaNotation.parse(
        """
        text string 20 ci
        exact string - cs
        number integer
        amount decimal
        flag boolean
        day date
        time dateTime
        address ipAddress
        free json
        secret password
        code string 10 cs {unique,alphanumeric}
        box object
          must string 10 cs {required}
          letters string - cs {alphabetic}
          inner object
            deep integer
        items plural
          key string 20 ci {locally-unique,required} <primary-key>
          label string 20 cs
          parts plural
            serial string 20 ci {required,unique}
            size integer
          note object
            line string 20 cs
        """);
  }
}
