package org.vestibule.config.setting;

/** Whose settings are meant: those of an application, or of one of its clients. */
public record SettingScope(String applicationId, String clientId) {
  /** The settings that all clients of an application share. */
  public static SettingScope of(String applicationId) {
    return new SettingScope(applicationId, null);
  }

  /** A client's own settings. */
  public static SettingScope of(String applicationId, String clientId) {
    return new SettingScope(applicationId, clientId);
  }

  /** Whether these are a client's own settings. */
  public boolean isClient() {
    return clientId != null;
  }
}
