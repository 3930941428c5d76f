package org.vestibule.local.stack;

import org.vestibule.local.host.DataFolder;
import org.vestibule.testkit.service.StackSecrets;

/** The keys and passwords of a stack, made once and kept in its data folder. */
public final class SecretsFile {
  private static final String NAME = "secrets.properties";

  private SecretsFile() {}

  static StackSecrets readOrMake(DataFolder folder) {
    if (folder.readText(NAME).isEmpty()) {
      write(folder, StackSecrets.generate());
    }
    return read(folder);
  }

  static void write(DataFolder folder, StackSecrets secrets) {
    folder.writeText(NAME, secrets.text());
  }

  /** The keys and passwords of a stack that was started before. */
  public static StackSecrets read(DataFolder folder) {
    return StackSecrets.parse(folder.readText(NAME).orElseThrow());
  }
}
