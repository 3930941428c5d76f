package org.vestibule.entity.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A set of paths; naming an object or plural selects everything below it. */
public final class Selection {
  private final Map<String, Selection> children = new HashMap<>();
  private boolean whole;

  private Selection() {}

  /** The selection of some paths. */
  public static Selection of(Collection<AttributePath> paths) {
    Selection root = new Selection();
    paths.forEach(root::add);
    return root;
  }

  private void add(AttributePath path) {
    Selection at = this;
    for (AttributePath.Step step : path.steps()) {
      at = at.children.computeIfAbsent(step.name(), name -> new Selection());
    }
    at.whole = true;
  }

  /** The part of an attribute tree that is selected. */
  public Attribute cut(Attribute container) {
    return cut(container, false);
  }

  /** The same with the reserved attributes of the record and the ids of elements. */
  public Attribute cutWithReserved(Attribute container) {
    return cut(container, true);
  }

  private Attribute cut(Attribute container, boolean reserved) {
    if (whole) {
      return container;
    }
    List<Attribute> kept = new ArrayList<>();
    for (Attribute child : container.children().values()) {
      if (reserved && child.reserved()) {
        kept.add(child);
      } else {
        part(child, reserved).ifPresent(kept::add);
      }
    }
    return container.withChildren(kept);
  }

  private Optional<Attribute> part(Attribute child, boolean reserved) {
    return Optional.ofNullable(children.get(child.name())).map(it -> it.cut(child, reserved));
  }
}
