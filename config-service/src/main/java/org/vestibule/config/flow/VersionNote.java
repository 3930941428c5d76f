package org.vestibule.config.flow;

/** What the list of versions says about a change (configuration.md 0.6). */
public final class VersionNote {
  static final String CREATED = "Created.";
  static final String UPDATED_FLOW = "Updated flow.";

  private VersionNote() {}

  /** A part is new. */
  public static String added(String kind, String name) {
    return "Added " + kind + ": " + name;
  }

  /** A part has other content. */
  public static String updated(String kind, String name) {
    return "Updated " + kind + ": " + name;
  }

  /** A part of one locale has other content. */
  public static String updated(String kind, String name, String locale) {
    return "Updated " + kind + ": " + name + " (" + locale + ")";
  }

  /** A part is gone. */
  public static String removed(String kind, String name) {
    return "Removed " + kind + ": " + name;
  }

  static String promoted(String applicationId) {
    return "Promoted from app: " + applicationId;
  }

  static String restored(String version) {
    return "Restored version " + version;
  }
}
