package org.vestibule.config.flow.document;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The name of a part that each locale has one of: {@code en-US/passwordRecover}. */
public record LocalizedName(String locale, String name) {
  private static final char SEPARATOR = '/';

  static LocalizedName of(String stored) {
    int separator = stored.indexOf(SEPARATOR);
    return new LocalizedName(stored.substring(0, separator), stored.substring(separator + 1));
  }

  /** The name under which the part is stored. */
  public String stored() {
    return locale + SEPARATOR + name;
  }

  void putInto(ObjectNode byLocale, ObjectNode body) {
    byLocale.withObjectProperty(locale).set(name, body);
  }
}
