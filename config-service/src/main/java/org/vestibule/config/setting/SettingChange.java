package org.vestibule.config.setting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The settings of a scope before and after a change, name to JSON scalar. */
public record SettingChange(ObjectNode before, ObjectNode after) {
  /** The names that came, went or got another value. */
  public List<String> names() {
    return Stream.of(before, after)
        .flatMap(
            it -> StreamSupport.stream(((Iterable<String>) it::fieldNames).spliterator(), false))
        .distinct()
        .filter(this::differs)
        .sorted()
        .toList();
  }

  private boolean differs(String name) {
    return !before.path(name).equals(after.path(name));
  }
}
