package org.vestibule.entity.definition;

import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Reserved;

/**
 * What a definition is put into.
 *
 * @param path as the wire writes it, empty for the record
 * @param depth 0 for the record
 * @param isPlural whether its children belong to elements directly
 * @param isBelowPlural whether its children belong to elements at any depth
 */
record Parent(String path, int depth, boolean isPlural, boolean isBelowPlural) {
  static final Parent RECORD = new Parent("", 0, false, false);

  static Parent of(Place place) {
    Parent parent = RECORD;
    for (var hop : place.located().hops()) {
      parent = parent.child(hop.name(), hop.type());
    }
    return parent;
  }

  Parent child(String name, AttributeType type) {
    boolean plural = type == AttributeType.PLURAL;
    return new Parent(pathOf(name), depth + 1, plural, plural || isBelowPlural);
  }

  String pathOf(String name) {
    return path + "/" + name;
  }

  /** Whether the server itself has an attribute of this name here. */
  boolean isReserved(String name) {
    return depth == 0 ? Reserved.isName(name) : isPlural && name.equals("id");
  }
}
