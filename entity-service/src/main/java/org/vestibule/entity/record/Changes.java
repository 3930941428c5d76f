package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the attributes of a record whose values differ between two states. */
final class Changes {
  private static final Comparator<JsonNode> BY_VALUE =
      (a, b) -> a.equals(b) || a.isNumber() && b.isNumber() && sameNumber(a, b) ? 0 : 1;

  private Changes() {}

  /** Names at the root, sorted. */
  static List<String> between(
      ObjectNode before, ObjectNode after, ObjectNode oldPasswords, ObjectNode newPasswords) {
    Set<String> names = new TreeSet<>();
    differing(before, after, names);
    Set<String> paths = new TreeSet<>();
    differing(oldPasswords, newPasswords, paths);
    paths.forEach(path -> names.add(path.split("[/#]")[1]));
    return List.copyOf(names);
  }

  private static void differing(ObjectNode before, ObjectNode after, Set<String> names) {
    after.properties().stream()
        .filter(it -> !isSame(before.get(it.getKey()), it.getValue()))
        .forEach(it -> names.add(it.getKey()));
    before.fieldNames().forEachRemaining(name -> addMissing(name, after, names));
  }

  private static void addMissing(String name, ObjectNode after, Set<String> names) {
    if (!after.has(name)) {
      names.add(name);
    }
  }

  private static boolean isSame(JsonNode before, JsonNode after) {
    return before != null && before.equals(BY_VALUE, after);
  }

  private static boolean sameNumber(JsonNode a, JsonNode b) {
    return a.decimalValue().compareTo(b.decimalValue()) == 0;
  }
}
