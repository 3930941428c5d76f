package org.vestibule.entity.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path that was followed through a schema.
 *
 * @param hops the attributes on the way, the last one is the target
 */
public record Located(AttributePath path, List<Attribute> hops) {
  /** Copies the hops. */
  public Located {
    hops = List.copyOf(hops);
  }

  /** Follows a path from the root of a schema. */
  public static Optional<Located> in(Schema schema, AttributePath path) {
    List<Attribute> hops = new ArrayList<>();
    Attribute at = schema.root();
    for (AttributePath.Step step : path.steps()) {
      Optional<Attribute> next = at.child(step.name());
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
      hops.add(at);
    }
    return Optional.of(new Located(path, hops));
  }

  /** Follows a path that is known to exist. */
  public static Located in(Schema schema, String path) {
    return AttributePath.parse(path)
        .flatMap(it -> in(schema, it))
        .orElseThrow(() -> new IllegalStateException("the schema has no " + path));
  }

  /** The attribute at the end, or nothing for the record itself. */
  public Optional<Attribute> target() {
    return hops.isEmpty() ? Optional.empty() : Optional.of(hops.get(hops.size() - 1));
  }

  /** The names on the way. */
  public List<String> names() {
    return hops.stream().map(Attribute::name).toList();
  }

  /** The names on the way as they are stored. */
  public List<String> keys() {
    return hops.stream().map(Attribute::key).toList();
  }

  /** Whether only plurals are asked for single elements. */
  public boolean selectsOnlyInPlurals() {
    for (int i = 0; i < hops.size(); i++) {
      if (path.steps().get(i).selects() && hops.get(i).type() != AttributeType.PLURAL) {
        return false;
      }
    }
    return true;
  }

  /** Whether the path goes on below a plural without saying which element. */
  public boolean passesManyElements() {
    for (int i = 0; i < hops.size() - 1; i++) {
      if (hops.get(i).type() == AttributeType.PLURAL && !path.steps().get(i).selects()) {
        return true;
      }
    }
    return false;
  }
}
