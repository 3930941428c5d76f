package org.vestibule.entity.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;

/** A way from a record to an attribute, with what is found there. */
record Route(List<Hop> hops) {

  /** One level; an element is meant where its id is above 0. */
  record Hop(Attribute attribute, long element) {}

  Attribute target() {
    return hops.get(hops.size() - 1).attribute();
  }

  Kind kind() {
    return Kind.of(target());
  }

  /** Whether several elements may be met on the way. */
  boolean isMany() {
    return hops.subList(0, hops.size() - 1).stream()
        .anyMatch(it -> it.attribute().type() == AttributeType.PLURAL);
  }

  Route then(Attribute attribute, long element) {
    List<Hop> more = new ArrayList<>(hops);
    more.add(new Hop(attribute, element));
    return new Route(more);
  }

  /** The values at the end, nulls included. */
  List<Object> values(Map<String, Object> record) {
    return values(hops, record);
  }

  static List<Object> values(List<Hop> hops, Map<String, Object> container) {
    List<Object> values = new ArrayList<>();
    Object value = container.get(hops.get(0).attribute().name());
    if (hops.size() == 1) {
      values.add(value);
      return values;
    }
    List<Hop> rest = hops.subList(1, hops.size());
    for (Map<String, Object> each : containers(hops.get(0), value)) {
      values.addAll(values(rest, each));
    }
    return values;
  }

  /** The object at a level, or the elements of a plural. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> containers(Hop hop, Object value) {
    if (hop.attribute().type() == AttributeType.OBJECT) {
      return List.of((Map<String, Object>) value);
    }
    return ((List<Map<String, Object>>) value)
        .stream()
            .filter(it -> hop.element() == 0 || it.get("id").equals(hop.element()))
            .collect(Collectors.toList());
  }
}
