package org.vestibule.config.client;

/** Whether two clients of an application may have one name. */
public enum NameRule {
  /** The Configuration API refuses a name that is taken (configuration.md 1.3). */
  UNIQUE,
  /** The legacy API does not care, because old scripts run again (legacy-settings.md 1.1). */
  SHARED
}
