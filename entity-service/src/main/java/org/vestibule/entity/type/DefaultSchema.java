package org.vestibule.entity.type;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.SchemaNotation;

/** The schema of the entity type that every new application gets. */
public final class DefaultSchema {
  static final String TYPE_NAME = "user";
  private static final String RESOURCE = "/schema/user.schema";
  private static final String PROFILES = "profiles";
  private static final String PROFILE = "profile";
  private static final Set<String> COMPACT_PROFILE =
      Set.of(
          "displayName",
          "name",
          "emails",
          "preferredUsername",
          "photos",
          "urls",
          "birthday",
          "gender");

  private DefaultSchema() {}

  /** How much of what social providers may tell has a place. */
  public enum Size {
    /** Everything that any provider tells. */
    FULL,
    /** What providers usually tell. */
    COMPACT
  }

  static Schema read(Size size) {
    Schema full = full();
    return size == Size.FULL ? full : compact(full);
  }

  private static Schema full() {
    try (InputStream resource = DefaultSchema.class.getResourceAsStream(RESOURCE)) {
      return SchemaNotation.parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static Schema compact(Schema full) {
    return new Schema(full.root().withChildren(replace(full.root(), PROFILES)));
  }

  private static List<Attribute> replace(Attribute parent, String name) {
    return parent.children().values().stream()
        .map(child -> child.name().equals(name) ? reduced(child) : child)
        .toList();
  }

  private static Attribute reduced(Attribute attribute) {
    return attribute.name().equals(PROFILES)
        ? attribute.withChildren(replace(attribute, PROFILE))
        : attribute.withChildren(
            attribute.children().values().stream()
                .filter(it -> COMPACT_PROFILE.contains(it.name()))
                .toList());
  }
}
