package org.vestibule.auth.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages by field, in the order in which they were found. */
public final class InvalidFields {
  private final Map<String, List<String>> messages = new LinkedHashMap<>();

  /** One message about one field, or about a form as a whole. */
  public static InvalidFields of(String name, String message) {
    return new InvalidFields().add(name, message);
  }

  /** Adds a message; the same one is told once. */
  public InvalidFields add(String name, String message) {
    List<String> told = messages.computeIfAbsent(name, key -> new ArrayList<>());
    if (!told.contains(message)) {
      told.add(message);
    }
    return this;
  }

  public boolean isEmpty() {
    return messages.isEmpty();
  }

  /** Whether this field has a message. */
  public boolean names(String field) {
    return messages.containsKey(field);
  }

  public Map<String, List<String>> messages() {
    return messages;
  }
}
