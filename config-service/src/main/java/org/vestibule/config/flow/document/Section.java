package org.vestibule.config.flow.document;

/** The kinds of parts that a flow is made of, by the names under which they are stored. */
public enum Section {
  /** The one part that holds entity types, stored profile data and the locales in their order. */
  ROOT("root"),
  /** Fields, forms, strings and links, which share one name space. */
  ITEM("item"),
  SCREEN("screen"),
  /** A translation key with its text in every locale. */
  TEXT("text"),
  /** A mail template of a locale. */
  MAIL("mail"),
  /** A message of the second factor in a locale. */
  MESSAGE("message");

  private final String stored;

  Section(String stored) {
    this.stored = stored;
  }

  /** The name in the table. */
  public String stored() {
    return stored;
  }

  static Section of(String stored) {
    for (Section section : values()) {
      if (section.stored.equals(stored)) {
        return section;
      }
    }
    throw new IllegalArgumentException("no section " + stored);
  }
}
