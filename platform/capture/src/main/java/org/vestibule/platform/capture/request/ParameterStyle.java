package org.vestibule.platform.capture.request;

/** How the parameters of an operation are read (authentication.md 1.2, entity.md 1). */
public enum ParameterStyle {
  /** {@code *_native}: the body alone, form or JSON; a name given twice is refused. */
  NATIVE,
  /** {@code /access/*}, {@code /oauth/token}: query and body, the body wins; twice is refused. */
  ACCESS,
  /**
   * {@code /entity*}: query and form body, the body wins; the first of two values wins; no JSON.
   */
  ENTITY,
  /**
   * {@code /clients/*}, {@code /settings/*}: query and body, the body wins; twice is refused; a
   * body that is neither a form nor a JSON object holds no parameters; JSON members are not taken
   * apart.
   */
  SETTINGS;

  boolean readsQuery() {
    return this != NATIVE;
  }

  boolean readsJson() {
    return this != ENTITY;
  }

  /** Whether a body that holds no parameters is passed over instead of refused. */
  boolean passesOverOtherBodies() {
    return this == SETTINGS;
  }

  boolean refusesDuplicates() {
    return this != ENTITY;
  }
}
